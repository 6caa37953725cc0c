-- An order is its own saga: one row holds all of it, and the journal how it came to be.
CREATE TABLE orders
(
    id               uuid PRIMARY KEY,
    customer_id      text        NOT NULL,
    reference        text,
    status           text        NOT NULL,
    lines            jsonb       NOT NULL,
    currency         text        NOT NULL CHECK (length(currency) = 3),
    subtotal         numeric     NOT NULL,
    shipping_fee     numeric     NOT NULL,
    total            numeric     NOT NULL,
    hold             text,
    -- Personal data, set to null when it is erased.
    shipping_address jsonb,
    contact          jsonb,
    payment_method   text        NOT NULL,
    payment_token    text,
    cancellation     jsonb,
    payment          jsonb,
    shipment         jsonb,
    due              text[]      NOT NULL,
    round            int         NOT NULL,
    stuck            boolean     NOT NULL,
    since            timestamptz NOT NULL,
    deadline         timestamptz,
    version          bigint      NOT NULL,
    created_at       timestamptz NOT NULL,
    updated_at       timestamptz NOT NULL
);

-- A customer's orders and everybody's, newest first.
CREATE INDEX orders_of_customer ON orders (customer_id, created_at DESC, id DESC);
CREATE INDEX orders_newest ON orders (created_at DESC, id DESC);
-- The sweeper, and the list of active sagas: whatever is waited for has a deadline, unless it is stuck.
CREATE INDEX orders_waiting ON orders (deadline) WHERE deadline IS NOT NULL;
CREATE INDEX orders_stuck ON orders (since, id) WHERE stuck;

-- The timeline and the order as it was.
CREATE INDEX journal_of_order ON journal (key, version);

-- Order's own copy of inventory's catalogue, by version.
CREATE TABLE product
(
    sku      text PRIMARY KEY,
    name     text    NOT NULL,
    price    numeric NOT NULL,
    currency text    NOT NULL CHECK (length(currency) = 3),
    category text    NOT NULL,
    active   boolean NOT NULL,
    version  bigint  NOT NULL
);
