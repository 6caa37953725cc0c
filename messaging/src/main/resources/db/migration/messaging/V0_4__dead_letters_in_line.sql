-- Dead letters keep order: a letter and the later events of its key stand in one line, in the order of position.
-- OPEN: it failed, and an operator decides. WAITING: it has not failed; its turn comes when nothing stands before it.
ALTER TABLE dead_letter
    ADD COLUMN position    bigserial NOT NULL,
    ADD COLUMN line        text,
    ADD COLUMN settled_at  timestamptz,
    ALTER COLUMN error_type DROP NOT NULL,
    ALTER COLUMN error DROP NOT NULL,
    ADD CONSTRAINT dead_letter_state CHECK (state IN ('OPEN', 'WAITING', 'REPLAYED', 'DISCARDED')),
    -- The coordinates alone are not enough: a topic that is made anew counts from 0 again.
    DROP CONSTRAINT dead_letter_topic_partition_offset_key,
    ADD CONSTRAINT dead_letter_record UNIQUE NULLS NOT DISTINCT (topic, partition, "offset", event_id);
-- Those of older releases had nothing parked behind them.
UPDATE dead_letter SET line = 'single/' || id;
ALTER TABLE dead_letter ALTER COLUMN line SET NOT NULL;
CREATE UNIQUE INDEX dead_letter_position ON dead_letter (position);
CREATE INDEX dead_letter_by_state ON dead_letter (state, position);
CREATE INDEX dead_letter_line ON dead_letter (line, position) WHERE state IN ('OPEN', 'WAITING');

-- The lines that are closed. Consumers lock a row FOR SHARE, whoever works the line off FOR UPDATE. due_at is when
-- somebody should look at it: never, while its first letter waits for an operator.
CREATE TABLE parked_aggregate
(
    line   text PRIMARY KEY,
    since  timestamptz NOT NULL DEFAULT clock_timestamp(),
    due_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX parked_aggregate_due ON parked_aggregate (due_at);
INSERT INTO parked_aggregate (line, due_at) SELECT line, 'infinity' FROM dead_letter;
