-- What an operator did by hand, in the transaction that did it. Append only.
CREATE TABLE audit
(
    id      uuid PRIMARY KEY,
    actor   text        NOT NULL,
    action  text        NOT NULL,
    subject text        NOT NULL,
    details jsonb       NOT NULL DEFAULT '{}',
    at      timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX audit_by_subject ON audit (subject, id);
