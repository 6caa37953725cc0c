-- Lists by status: without these a status that few orders have is looked for among all of them, and a customer's are
-- sorted anew for each page. Among everybody's, DELIVERED needs none: most orders are, so that the list of all finds them
-- nearly as fast, and an order's last step costs one entry less.
CREATE INDEX orders_by_status ON orders (status, created_at DESC, id DESC) WHERE status <> 'DELIVERED';
CREATE INDEX orders_of_customer_by_status ON orders (customer_id, status, created_at DESC, id DESC);
