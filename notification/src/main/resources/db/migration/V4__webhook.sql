-- Where a customer wants events sent. The secret must be known as it is: each event is signed with it.
ALTER TABLE preference
    ADD COLUMN endpoint_id     uuid,
    ADD COLUMN webhook_url     text,
    ADD COLUMN secret          text,
    ADD COLUMN previous_secret text,
    ADD COLUMN previous_until  timestamptz,
    ADD COLUMN disabled_at     timestamptz;

CREATE UNIQUE INDEX preference_endpoint ON preference (endpoint_id);

-- What became of each event that is sent to an endpoint: a row for each notification by that channel.
CREATE TABLE webhook_delivery
(
    id           uuid PRIMARY KEY,
    order_id     uuid        NOT NULL,
    customer_id  text        NOT NULL,
    template     text        NOT NULL,
    state        text        NOT NULL,
    round        int         NOT NULL DEFAULT 0,
    attempts     int         NOT NULL DEFAULT 0,
    outcome      text,
    status_code  int,
    attempted_at timestamptz,
    next_at      timestamptz,
    deadline     timestamptz NOT NULL,
    created_at   timestamptz NOT NULL
);
CREATE INDEX webhook_delivery_of_customer ON webhook_delivery (customer_id, created_at DESC, id DESC);
-- What the retention has to look at.
CREATE INDEX webhook_delivery_age ON webhook_delivery (created_at) WHERE state <> 'PENDING';
