-- The planner would take it for the other one, of which a table that is all but empty tells it no difference. Replicas of the
-- release before claim by the other one, too: they sort what is due of their kinds, so that a backlog costs them more.
-- By itself: with the making of an index it would wait, in one transaction, for those whom that keeps waiting.
DROP INDEX IF EXISTS task_due;
