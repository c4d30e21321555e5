-- What trends need to know of postings, 1,024 of them whose ids follow each other in one slice, packed (see
-- SliceNotation) and cut into parts. Derived from the store: it may be emptied and is counted again.
create table trend_slice (
    slice   bigint not null,
    part    int    not null,
    version bigint not null,
    content bytea  not null,
    primary key (slice, part)
);
create index trend_slice_by_version on trend_slice (version);

-- Since when and until when each feed has shown postings, as of the last count.
create table trend_feed (
    feed_id    varchar(120) not null primary key,
    first_seen timestamp(6) with time zone not null,
    last_seen  timestamp(6) with time zone not null
);

-- Up to which change of the store all is counted, when that was, and in which notation it is packed.
create table trend_count (
    id       int    not null primary key,
    version  bigint not null,
    counted  timestamp(6) with time zone,
    notation int    not null
);
insert into trend_count (id, version, counted, notation) values (1, 0, null, 0);
