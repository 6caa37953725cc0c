-- Whose points. Locked before anything of its movements is read or written; a row is made before the first of them.
CREATE TABLE account
(
    customer_id text COLLATE "C" PRIMARY KEY,
    balance     bigint NOT NULL DEFAULT 0 CHECK (balance >= 0)
) WITH (fillfactor = 50);

-- Only added to: what an order has brought is the sum of its movements, and a balance is the sum of its customer's. The
-- id is that of the event which moved the points.
CREATE TABLE movement
(
    id          uuid PRIMARY KEY,
    customer_id text COLLATE "C" NOT NULL,
    order_id    uuid             NOT NULL,
    kind        text             NOT NULL CHECK (kind IN ('EARNED', 'TAKEN_BACK')),
    points      bigint           NOT NULL,
    moved_at    timestamptz      NOT NULL,
    CONSTRAINT signed CHECK (points <> 0 AND (kind = 'EARNED') = (points > 0))
);
CREATE INDEX movement_of_customer ON movement (customer_id, moved_at DESC, id DESC);
CREATE INDEX movement_of_order ON movement (order_id);
