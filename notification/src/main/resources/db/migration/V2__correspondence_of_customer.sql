-- What an erasure has to look at.
CREATE INDEX correspondence_of_customer ON correspondence (customer_id) WHERE email IS NOT NULL;
