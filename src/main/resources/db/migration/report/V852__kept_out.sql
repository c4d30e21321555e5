-- People who may not come in for now: no report goes to them, and what waited for them goes on waiting.
create table report_kept_out (
    account_id bigint not null primary key
);
insert into report_kept_out (account_id) select id from account where disabled_at is not null;
