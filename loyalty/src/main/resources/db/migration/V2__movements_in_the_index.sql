-- Rows that never change are read from the index alone. Without what they tell in it, the planner, who expects a customer to
-- have a few, would rather fetch all of a customer's rows and sort them: for each page, and for those who have thousands.
-- Where the table is large, make the new one CONCURRENTLY before the release; then nothing is left to do here but to forget
-- the old one.
CREATE INDEX IF NOT EXISTS movement_told_of_customer
    ON movement (customer_id, moved_at DESC, id DESC) INCLUDE (order_id, kind, points);
DROP INDEX movement_of_customer;
