-- The rules by which listings were judged last; when they change, what was set aside is to be judged again.
create table ingest_rules (
    id      int          not null primary key,
    version varchar(100) not null
);
