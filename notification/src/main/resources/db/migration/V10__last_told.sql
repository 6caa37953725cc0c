-- What was told last about an order, so that what the customer knows already is not told again. Null where an older release
-- told it: then it is told again, as that one would have. A replica of an older release beside this one leaves it as it was.
ALTER TABLE correspondence
    ADD COLUMN last_told text;
