-- Whether operators are going to be told of a service's dead letters. Locked before letters are added or taken.
CREATE TABLE operator_digest
(
    service   text PRIMARY KEY,
    scheduled boolean NOT NULL DEFAULT false
);

-- Dead letters of which operators have not been told; the letters themselves are in their services' databases.
CREATE TABLE operator_letter
(
    letter_id  uuid PRIMARY KEY,
    service    text NOT NULL,
    topic      text NOT NULL,
    type       text,
    error_type text
);
CREATE INDEX operator_letter_of_service ON operator_letter (service);
