-- How many of the attempts were made before the round that a delivery is in: a round's pauses begin anew. Rounds that are
-- under way now are taken for the first ones.
ALTER TABLE webhook_delivery ADD COLUMN earlier_attempts int NOT NULL DEFAULT 0;
