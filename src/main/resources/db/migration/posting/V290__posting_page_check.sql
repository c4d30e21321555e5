-- When the page of a posting was looked at last.
create table posting_page_check (
    posting_id bigint not null primary key,
    checked    timestamp(6) with time zone not null
);
