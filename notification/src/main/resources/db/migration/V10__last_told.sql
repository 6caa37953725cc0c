-- What was told last about an order, so that what the customer knows already is not told again. Null where an older release
-- told it: then it is told again, as that one would have.
ALTER TABLE correspondence
    ADD COLUMN last_told text;
