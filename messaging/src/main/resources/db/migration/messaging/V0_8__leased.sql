-- Whether a worker has the task: only then may its lease be prolonged. Put back, due_at is the time of the next try.
ALTER TABLE task
    ADD COLUMN leased boolean NOT NULL DEFAULT false;
