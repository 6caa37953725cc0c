-- Each lane of workers claims tasks of its own kinds: by time alone it would read past all that others have to do, and find
-- nothing, many times a second, while they have a backlog.
CREATE INDEX IF NOT EXISTS task_due_of_kind ON task (kind, due_at) WHERE state = 'OPEN';
