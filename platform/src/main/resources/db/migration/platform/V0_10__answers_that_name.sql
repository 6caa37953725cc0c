-- An erasure looks for the stored answers to calls that name an order or a customer. A call that names one has a second
-- segment; the bulk of a day's rows, orders that were placed, have none and are left out.
create index if not exists idempotency_key_naming on idempotency_key using gin (string_to_array(call, '/'))
    where call like '%/%/%';
