-- Signs beside secret and previous_secret: what a receiver has that saw none of several rotations. Only beside a previous
-- one: who doesn't know these columns leaves them as they are when it makes another endpoint.
ALTER TABLE preference
    ADD COLUMN oldest_secret text,
    ADD COLUMN oldest_until  timestamptz;
