-- Where a customer is reached about one order, and what still has to be told. Locked before anything of the order.
CREATE TABLE correspondence
(
    order_id    uuid PRIMARY KEY,
    customer_id text   NOT NULL,
    email       text,
    waiting     uuid[] NOT NULL DEFAULT '{}',
    version     bigint NOT NULL DEFAULT 0
);

CREATE TABLE notification
(
    id          uuid PRIMARY KEY,
    order_id    uuid        NOT NULL,
    customer_id text        NOT NULL,
    channel     text        NOT NULL,
    template    text        NOT NULL,
    facts       jsonb       NOT NULL,
    status      text        NOT NULL,
    created_at  timestamptz NOT NULL,
    sent_at     timestamptz
);
CREATE INDEX notification_of_customer ON notification (customer_id, created_at DESC, id DESC);
