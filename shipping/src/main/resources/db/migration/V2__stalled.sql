-- Few at any time: what operators have to look at.
CREATE INDEX shipment_stalled ON shipment (order_id) WHERE stalled;
