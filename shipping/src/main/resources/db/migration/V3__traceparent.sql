-- The trace in which the parcel was asked for, if it is recorded: the carrier's webhooks come without it.
ALTER TABLE shipment ADD COLUMN traceparent text;
