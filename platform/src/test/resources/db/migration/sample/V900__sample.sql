create table sample_effect (
    id    uuid primary key,
    owner text not null,
    note  text
);
