-- Counts the changes of the store. Its one row is locked by whoever changes a posting until that is committed, so
-- numbers become visible in their order.
create table posting_version (
    id    int    not null primary key,
    latest bigint not null
);
insert into posting_version (id, latest) values (1, 0);

create sequence posting_seq start with 1 increment by 100;
create sequence posting_sighting_seq start with 1 increment by 100;
create sequence posting_correction_seq start with 1 increment by 1;

create table posting (
    id             bigint         not null primary key,
    version        bigint         not null,
    -- content
    title          varchar(300)   not null,
    company        varchar(300),
    places         varchar(20000) not null,
    remote         varchar(10)    not null,
    eligible       varchar(4000)  not null,
    pay_min        numeric(16, 2),
    pay_max        numeric(16, 2),
    pay_currency   varchar(3),
    pay_period     varchar(10),
    pay_stated     boolean,
    pay_raw        varchar(200),
    employment     varchar(200)   not null,
    department     varchar(300),
    requisition    varchar(120),
    url            varchar(2000),
    apply_url      varchar(2000),
    body           varchar(200000) not null,
    html           varchar(400000),
    -- identity
    url_key        bigint,
    same_key       bigint,
    fingerprint    bigint         not null,
    -- judgement
    family         varchar(20)    not null,
    label          varchar(20)    not null,
    score          int            not null,
    sureness       double precision not null,
    domains        varchar(200)   not null,
    expert_mark    int            not null,
    facts          varchar(20000) not null,
    flags          varchar(200)   not null,
    language       varchar(12)    not null,
    rules_version  varchar(100)   not null,
    refused        varchar(300),
    -- life
    first_seen     timestamp(6) with time zone not null,
    claimed_posted timestamp(6) with time zone,
    closes_at      timestamp(6) with time zone,
    changed        timestamp(6) with time zone,
    closed         timestamp(6) with time zone,
    closed_why     varchar(300),
    sample         boolean        not null
);
create unique index posting_by_version on posting (version);
create index posting_by_url_key on posting (url_key);
create index posting_by_same_key on posting (same_key);
create index posting_by_closes_at on posting (closes_at);
create index posting_by_rules_version on posting (rules_version, id);

create table posting_evidence (
    posting_id   bigint       not null,
    position     int          not null,
    from_char    int          not null,
    to_char      int          not null,
    type         varchar(2)   not null,
    strength     varchar(1)   not null,
    necessity    varchar(10)  not null,
    domains      varchar(200) not null,
    requirement  varchar(200),
    points       int          not null,
    primary key (posting_id, position),
    foreign key (posting_id) references posting (id)
);

-- The leading sighting is the one whose words the posting carries.
create table posting_sighting (
    id           bigint       not null primary key,
    posting_id   bigint       not null,
    feed_id      varchar(120) not null,
    external_id  varchar(500) not null,
    url          varchar(2000),
    leads        boolean      not null,
    content_hash varchar(32)  not null,
    why          varchar(200) not null,
    first_seen   timestamp(6) with time zone not null,
    last_seen    timestamp(6) with time zone not null,
    missed       int          not null,
    until        timestamp(6) with time zone,
    foreign key (posting_id) references posting (id)
);
create unique index posting_sighting_by_external_id on posting_sighting (feed_id, external_id);
create index posting_sighting_by_posting on posting_sighting (posting_id);
