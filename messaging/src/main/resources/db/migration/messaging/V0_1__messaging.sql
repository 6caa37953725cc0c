-- The tables behind dev.orderflow.messaging, the same in every service's own database.

-- Ranges of one month, made ahead of time. A row that no range covers goes to the default partition:
-- a clock that is off must never cost an event.
CREATE FUNCTION ensure_partitions(months_ahead int) RETURNS void
    LANGUAGE plpgsql AS
$$
DECLARE
    month_start timestamptz := date_trunc('month', now() AT TIME ZONE 'UTC') AT TIME ZONE 'UTC';
    lower_bound timestamptz;
    upper_bound timestamptz;
BEGIN
    -- Replicas take turns: two that make the same table fail, even with IF NOT EXISTS.
    PERFORM pg_advisory_xact_lock(hashtext('orderflow.messaging.partitions'));
    FOR ahead IN 0..months_ahead LOOP
        lower_bound := month_start + make_interval(months => ahead);
        upper_bound := month_start + make_interval(months => ahead + 1);
        PERFORM ensure_partition('journal', lower_bound, lower_bound::text, upper_bound::text);
        PERFORM ensure_partition('inbox', lower_bound,
                                 uuid_v7_floor(lower_bound)::text, uuid_v7_floor(upper_bound)::text);
    END LOOP;
END
$$;

-- Attached, not created in place: that would lock out every writer of the parent for as long as it waits.
-- A month of which rows went to the default partition, when a clock was wrong, stays there.
CREATE FUNCTION ensure_partition(parent text, month_start timestamptz, lower_bound text, upper_bound text) RETURNS void
    LANGUAGE plpgsql AS
$$
DECLARE
    name text := parent || '_' || to_char(month_start AT TIME ZONE 'UTC', 'YYYYMM');
BEGIN
    IF to_regclass(name) IS NULL THEN
        EXECUTE format('CREATE TABLE %I (LIKE %I INCLUDING ALL)', name, parent);
        EXECUTE format('ALTER TABLE %I ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)',
                       parent, name, lower_bound, upper_bound);
    END IF;
EXCEPTION WHEN check_violation THEN
    RAISE WARNING 'partition % stays in the default: %', name, SQLERRM;
END
$$;

-- The smallest UUIDv7 of a moment (RFC 9562: the first 48 bits are milliseconds since 1970).
CREATE FUNCTION uuid_v7_floor(moment timestamptz) RETURNS uuid
    LANGUAGE sql IMMUTABLE AS
$$
SELECT (lpad(to_hex((extract(epoch FROM moment) * 1000)::bigint), 12, '0') || '00000000000000000000')::uuid
$$;

-- Outbox, audit log and history in one. Append only; topic is null for events that stay inside.
CREATE TABLE journal
(
    position     bigserial   NOT NULL,
    event_id     uuid        NOT NULL,
    topic        text,
    key          text        NOT NULL,
    version      bigint      NOT NULL,
    type         text        NOT NULL,
    data_version int         NOT NULL,
    payload      jsonb       NOT NULL,
    headers      jsonb       NOT NULL,
    recorded_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (position, recorded_at)
) PARTITION BY RANGE (recorded_at);
CREATE TABLE journal_default PARTITION OF journal DEFAULT;

-- The personal fields of an event, apart from it, so that they can be erased.
CREATE TABLE personal
(
    event_id uuid PRIMARY KEY,
    payload  jsonb NOT NULL
);

-- One row: how far the relay has published, and who may publish.
CREATE TABLE relay_cursor
(
    id          boolean PRIMARY KEY  DEFAULT true CHECK (id),
    position    bigint      NOT NULL DEFAULT 0,
    epoch       bigint      NOT NULL DEFAULT 0,
    owner       uuid,
    lease_until timestamptz NOT NULL DEFAULT '-infinity'
);
INSERT INTO relay_cursor DEFAULT VALUES;

-- Which events took effect here.
CREATE TABLE inbox
(
    event_id uuid PRIMARY KEY
) PARTITION BY RANGE (event_id);
CREATE TABLE inbox_default PARTITION OF inbox DEFAULT;

SELECT ensure_partitions(2);

CREATE TABLE dead_letter
(
    id           uuid PRIMARY KEY,
    event_id     uuid,
    topic        text        NOT NULL,
    partition    int         NOT NULL,
    "offset"     bigint      NOT NULL,
    key          text,
    type         text,
    data_version int,
    payload      bytea,
    headers      jsonb       NOT NULL,
    error_type   text        NOT NULL,
    error        text        NOT NULL,
    attempts     int         NOT NULL,
    trace_id     text,
    state        text        NOT NULL DEFAULT 'OPEN',
    created_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
    UNIQUE (topic, partition, "offset")
);

-- Calls to the outside that are still to be made. due_at is the lease of a claimed task as well.
CREATE TABLE task
(
    id         uuid PRIMARY KEY,
    kind       text        NOT NULL,
    key        text        NOT NULL,
    payload    jsonb       NOT NULL,
    headers    jsonb       NOT NULL,
    attempt    int         NOT NULL DEFAULT 0,
    due_at     timestamptz NOT NULL,
    deadline   timestamptz NOT NULL,
    state      text        NOT NULL DEFAULT 'OPEN',
    last_error text,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX task_due ON task (due_at) WHERE state = 'OPEN';
