-- What an operator has turned off, and on again. Nobody has touched what is not here: it is on.
CREATE TABLE switch
(
    name       text PRIMARY KEY,
    is_on      boolean     NOT NULL,
    -- Tells a replica which of two states is the newer, whatever order it learns them in.
    version    bigint      NOT NULL DEFAULT 1,
    changed_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
