-- The first success of each call with an Idempotency-Key, written in the transaction of its effect. Rows are inserted
-- once, read for 24 hours and deleted by age.
create table idempotency_key (
    caller     text        not null,
    call       text        not null,
    key        text        not null,
    body_hash  bytea       not null,
    status     smallint    not null,
    location   text,
    etag       text,
    body       bytea       not null,
    created_at timestamptz not null default now(),
    primary key (caller, call, key)
);

create index idempotency_key_age on idempotency_key (created_at);
