-- Everybody's DELIVERED orders. Most orders are, so that the list of all finds them nearly as fast, until many newer ones
-- wait, for a carrier that is away say: then it read all of those first. An order's last step costs an entry more.
-- Where the table is large, make it CONCURRENTLY before the release; then nothing is left to do here.
CREATE INDEX IF NOT EXISTS orders_delivered ON orders (created_at DESC, id DESC) WHERE status = 'DELIVERED';
