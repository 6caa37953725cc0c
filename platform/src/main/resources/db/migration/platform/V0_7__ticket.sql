-- Tickets that nobody has used yet: what each stands for, found by the SHA-256 of what its holder shows. A row lives for
-- half a minute, and goes when it is used or swept.
create table ticket (
    hash             bytea primary key,
    subject          text        not null,
    groups           text[]      not null,
    email            text,
    token_expires_at timestamptz not null,
    expires_at       timestamptz not null
);

create index ticket_of_subject on ticket (subject, expires_at);
create index ticket_age on ticket (expires_at);
