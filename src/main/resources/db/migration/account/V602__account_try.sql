-- How often someone tried to come in lately, counted by all nodes together. Of names and addresses only the SHA-256 is
-- kept, and only while it counts.
create table account_try (
    id       varchar(64) not null primary key,
    tries    int         not null,
    first_at timestamp(6) with time zone not null
);
create index account_try_by_first on account_try (first_at);
