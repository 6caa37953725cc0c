-- Skus compare byte by byte ("C"), so that the order of locks and of pages does not hang on a locale.

CREATE TABLE product
(
    sku        text COLLATE "C" PRIMARY KEY,
    name       text        NOT NULL,
    amount     numeric     NOT NULL CHECK (amount >= 0),
    currency   char(3)     NOT NULL,
    category   text        NOT NULL,
    active     boolean     NOT NULL,
    version    bigint      NOT NULL CHECK (version >= 1),
    changed_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX product_category ON product (category, sku);
CREATE INDEX product_changed_at ON product (changed_at);

-- Every product has its row from the start, so that there is always one to lock. The check is the last line of
-- defence against overselling; the domain never relies on it.
CREATE TABLE stock
(
    sku      text COLLATE "C" PRIMARY KEY REFERENCES product,
    on_hand  bigint NOT NULL DEFAULT 0,
    reserved bigint NOT NULL DEFAULT 0,
    version  bigint NOT NULL DEFAULT 0,
    CONSTRAINT never_oversold CHECK (reserved BETWEEN 0 AND on_hand)
) WITH (fillfactor = 50);

-- What became of an order's stock. A row is inserted empty before the first decision, so that there is one to lock.
CREATE TABLE reservation
(
    order_id     uuid PRIMARY KEY,
    customer_id  text        NOT NULL,
    status       text        NOT NULL DEFAULT 'NEW'
        CHECK (status IN ('NEW', 'RESERVED', 'REJECTED', 'RELEASED', 'CONSUMED', 'RESTOCKED')),
    lines        jsonb       NOT NULL DEFAULT '[]',
    cancel_round int         NOT NULL DEFAULT 0,
    return_round int         NOT NULL DEFAULT 0,
    version      bigint      NOT NULL DEFAULT 0,
    changed_at   timestamptz NOT NULL DEFAULT clock_timestamp()
) WITH (fillfactor = 70);
