-- The trace in which the payment was asked for, if it is recorded: the provider's webhooks come without it.
ALTER TABLE payment ADD COLUMN traceparent text;
