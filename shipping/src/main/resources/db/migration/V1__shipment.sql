-- One row per order: its parcel out, and its return. See dev.orderflow.shipping.domain.Shipment.
CREATE TABLE shipment
(
    order_id                uuid PRIMARY KEY,
    customer_id             text        NOT NULL,
    status                  text        NOT NULL DEFAULT 'NONE',
    version                 bigint      NOT NULL DEFAULT 0,
    recall_round            int         NOT NULL DEFAULT 0,
    return_round            int         NOT NULL DEFAULT 0,
    stalled                 boolean     NOT NULL DEFAULT false,

    label_id                uuid,
    carrier_id              text,
    carrier                 text,
    tracking_number         text,
    scheduled_at            timestamptz,
    dispatched_at           timestamptz,
    delivered_at            timestamptz,

    return_label_id         uuid,
    return_carrier_id       text,
    return_carrier          text,
    return_tracking_number  text,
    return_booked_at        timestamptz,
    return_dispatched_at    timestamptz,
    return_received_at      timestamptz,

    -- Personal: where the label being bought goes. Null at all other times.
    destination             jsonb,

    updated_at              timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- The carrier names its own ids only, and those of both ways.
CREATE UNIQUE INDEX shipment_carrier_id ON shipment (carrier_id);
CREATE UNIQUE INDEX shipment_return_carrier_id ON shipment (return_carrier_id);

-- Few at any time: what an erasure has to look at.
CREATE INDEX shipment_with_destination ON shipment (customer_id) WHERE destination IS NOT NULL;
