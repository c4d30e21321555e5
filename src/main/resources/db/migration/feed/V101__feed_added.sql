-- Feeds that people added in the product, beside those that feeds.yml declares.
create table feed_added (
    id            varchar(100)  not null primary key,
    type          varchar(60)   not null,
    located_at    varchar(2000) not null,
    name          varchar(200)  not null,
    company       varchar(200),
    home          varchar(2000),
    every_seconds bigint        not null,
    terms         varchar(1000),
    -- a JSON object of texts
    options       varchar(8000) not null,
    added         timestamp(6) with time zone not null,
    added_by      varchar(200)  not null,
    -- since when it is not read; null while it is
    switched_off  timestamp(6) with time zone,
    -- a removed one stays, so that it can be taken back
    removed       timestamp(6) with time zone
);
