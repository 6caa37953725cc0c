-- The currency of captured and refunded, if it is another than the order's: such a payment is declined and paid back,
-- but its sums are still to be told and compared as they are.
ALTER TABLE payment ADD COLUMN taken_currency char(3);
