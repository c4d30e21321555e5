-- Who reads a feed just now. A reader that died loses its hold when `until` has passed.
create table ingest_lease (
    feed_id varchar(120) not null primary key,
    holder  varchar(36)  not null,
    until   timestamp(6) with time zone not null
);

create sequence ingest_reading_seq start with 1 increment by 1;

create table ingest_reading (
    id         bigint       not null primary key,
    feed_id    varchar(120) not null,
    started    timestamp(6) with time zone not null,
    ended      timestamp(6) with time zone,
    unchanged  boolean      not null,
    complete   boolean      not null,
    found      int          not null,
    added      int          not null,
    changed    int          not null,
    same       int          not null,
    set_aside  varchar(20000) not null,
    problem    varchar(1000)
);
create index ingest_reading_by_feed on ingest_reading (feed_id, id);

create table ingest_set_aside (
    feed_id     varchar(120) not null,
    external_id varchar(500) not null,
    title       varchar(300),
    company     varchar(300),
    url         varchar(2000),
    reason      varchar(500) not null,
    off_topic   boolean      not null,
    noted       timestamp(6) with time zone not null,
    primary key (feed_id, external_id)
);
