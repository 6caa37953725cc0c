-- One row per order. Nulls are what is not known yet: an order that was cancelled before any payment was requested has
-- neither an id nor an amount.
CREATE TABLE payment
(
    order_id     uuid PRIMARY KEY,
    id           uuid,
    customer_id  text        NOT NULL,
    status       text        NOT NULL DEFAULT 'NONE'
        CHECK (status IN ('NONE', 'CREATING', 'AUTHORISING', 'CAPTURED', 'DECLINED', 'VOIDING', 'VOIDED', 'REFUNDING',
                          'REFUNDED', 'REFUND_FAILED')),
    currency     char(3),
    amount       numeric,
    captured     numeric CHECK (captured >= 0),
    refunded     numeric CHECK (refunded >= 0),
    pay_by       timestamptz,
    intent_id    text UNIQUE,
    refund_id    text,
    refund_try   int         NOT NULL DEFAULT 0,
    cause        text CHECK (cause IN ('CANCELLED', 'RETURNED')),
    cancel_round int         NOT NULL DEFAULT 0,
    return_round int         NOT NULL DEFAULT 0,
    owed         int         NOT NULL DEFAULT 0 CHECK (owed >= 0),
    version      bigint      NOT NULL DEFAULT 0,
    created_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
    changed_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- Nobody gets back more than was taken from them.
    CHECK (refunded <= captured),
    CHECK (status IN ('NONE', 'VOIDED') OR id IS NOT NULL)
) WITH (fillfactor = 70);

-- What came of asking the provider, for operators. Append only.
CREATE TABLE payment_attempt
(
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    order_id uuid        NOT NULL,
    at       timestamptz NOT NULL DEFAULT clock_timestamp(),
    outcome  text        NOT NULL
);
CREATE INDEX payment_attempt_order ON payment_attempt (order_id, id);

-- The provider's events that took effect: it may send each of them more than once, for days.
CREATE TABLE provider_event
(
    id         text PRIMARY KEY,
    type       text        NOT NULL,
    handled_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX provider_event_age ON provider_event (handled_at);
