-- In which language the order's contact is written to, if the order says. Goes with the address when that is erased.
ALTER TABLE correspondence
    ADD COLUMN language text;

-- In which language a customer was told. A replica that knows none beside English leaves it out.
ALTER TABLE notification
    ADD COLUMN language text NOT NULL DEFAULT 'EN';
