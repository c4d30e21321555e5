-- People who may not come in for now: nothing goes to them, and what was for them waits.
create table alert_kept_out (
    account_id bigint not null primary key
);
