-- Each change draws its version here, so that a row that is made again after an erasure never has an old one's ETag.
CREATE SEQUENCE preference_version;

-- How a customer wants to be told; who never said has no row. Personal data: an erasure deletes the row.
CREATE TABLE preference
(
    customer_id text PRIMARY KEY,
    locale      text        NOT NULL,
    email       text,
    phone       text,
    channels    text[]      NOT NULL,
    version     bigint      NOT NULL DEFAULT nextval('preference_version'),
    updated_at  timestamptz NOT NULL DEFAULT now()
);
