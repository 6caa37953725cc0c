-- Dead letters keep order: a letter and the later events of its key stand in one line, in the order of position.
-- OPEN: it failed, and an operator decides. WAITING: it has not failed; its turn comes when nothing stands before it.
ALTER TABLE dead_letter
    ADD COLUMN position    bigserial NOT NULL,
    ADD COLUMN line        text,
    ADD COLUMN settled_at  timestamptz,
    ALTER COLUMN error_type DROP NOT NULL,
    ALTER COLUMN error DROP NOT NULL,
    ADD CONSTRAINT dead_letter_state CHECK (state IN ('OPEN', 'WAITING', 'REPLAYED', 'DISCARDED'));
CREATE UNIQUE INDEX dead_letter_position ON dead_letter (position);
CREATE INDEX dead_letter_by_state ON dead_letter (state, position);
CREATE INDEX dead_letter_line ON dead_letter (line, position) WHERE state IN ('OPEN', 'WAITING');

-- The keys whose later events must wait. Consumers lock a row FOR SHARE, whoever works the line off FOR UPDATE.
CREATE TABLE parked_aggregate
(
    line  text PRIMARY KEY,
    since timestamptz NOT NULL DEFAULT clock_timestamp()
);
