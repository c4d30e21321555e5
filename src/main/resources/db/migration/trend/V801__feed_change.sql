-- Days on which a feed that went on being read became another one, as of the last count. Days since 1970-01-01 in UTC.
create table trend_feed_change (
    feed_id    varchar(120) not null,
    changed_on int          not null,
    came       bigint       not null,
    went       bigint       not null,
    showed     bigint       not null,
    primary key (feed_id, changed_on)
);
