-- How each feed fares, and what its next reading needs.
create table feed_state (
    feed_id        varchar(200)                not null primary key,
    -- type, address and options: validators belong to them and are dropped when they change
    source         varchar(64)                 not null,
    last_tried     timestamp(6) with time zone,
    last_delivered timestamp(6) with time zone,
    next_due       timestamp(6) with time zone not null,
    -- what the server asked for by Retry-After or max-age; nobody may read earlier
    not_before     timestamp(6) with time zone,
    failures       integer                     not null,
    problem        varchar(2000),
    etag           varchar(2000),
    last_modified  varchar(200)
);

-- What happened once and is never forgotten: the first posting of a live feed, the first reading of the samples.
create table feed_fact (
    name  varchar(100) not null primary key,
    since timestamp(6) with time zone
);
insert into feed_fact (name) values ('live-delivered');
insert into feed_fact (name) values ('samples-first-read');
