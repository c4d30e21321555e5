-- How a person likes the pages; without a row everything is as usual.
create table pursuit_preference (
    account     bigint primary key,
    theme       varchar(10) not null,
    zone        varchar(60),
    sort        varchar(20),
    per_page    int not null,
    show_hidden boolean not null,
    dates       varchar(20) not null
);
