-- How many tries to pay back have failed since the money was last to go back; refund_try counts them over the payment's life.
-- A refund that was under way begins to count anew, and an older release leaves the count as it is: a few tries more or
-- fewer.
ALTER TABLE payment ADD COLUMN failed_tries int NOT NULL DEFAULT 0;
