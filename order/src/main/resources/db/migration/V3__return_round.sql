-- The newest round of what was asked about a return: an order may be sent back again after an operator has said of a
-- return that it came to nothing. Of those that are open now it is known.
ALTER TABLE orders ADD COLUMN return_round int NOT NULL DEFAULT 0;
UPDATE orders SET return_round = round WHERE status IN ('RETURNING', 'REFUNDING');
