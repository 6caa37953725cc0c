-- Customers who were erased, and up to when: what is read of their earlier orders after that leaves no personal data here.
create table erased_customer (
    customer_id text        primary key,
    erased_at   timestamptz not null
);
