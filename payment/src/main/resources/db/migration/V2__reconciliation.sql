-- The comparison with the provider's books. One row: one run at a time, whoever does it, known by its number.
CREATE TABLE reconciliation
(
    one              boolean PRIMARY KEY DEFAULT true CHECK (one),
    run              bigint NOT NULL DEFAULT 0,
    started_at       timestamptz,
    compared         bigint NOT NULL DEFAULT 0,
    last_started_at  timestamptz,
    last_finished_at timestamptz,
    last_compared    bigint
);
INSERT INTO reconciliation DEFAULT VALUES;

-- What the current run has compared so far; empty between two runs.
CREATE TABLE reconciliation_seen
(
    intent_id text PRIMARY KEY
);

-- What does not agree. Rows go when a run finds that they do.
CREATE TABLE reconciliation_difference
(
    intent_id     text PRIMARY KEY,
    kind          text        NOT NULL CHECK (kind IN ('CAPTURED_THERE_ONLY', 'CAPTURED_HERE_ONLY', 'CAPTURE_DIFFERS',
                                                       'REFUND_DIFFERS', 'REFUND_MISSING')),
    order_id      text,
    here          jsonb,
    there         jsonb,
    run           bigint      NOT NULL,
    first_seen_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    last_seen_at  timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX reconciliation_difference_age ON reconciliation_difference (first_seen_at, intent_id);

-- Finds what has changed lately; unlike a b-tree it costs an update nothing.
CREATE INDEX payment_changed ON payment USING brin (changed_at) WITH (pages_per_range = 32);
