-- People who may not come in for now: no report goes to them, and what waited for them goes on waiting.
create table report_kept_out (
    account_id bigint not null primary key
);
