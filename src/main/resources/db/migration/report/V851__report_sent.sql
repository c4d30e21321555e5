-- What was sent for a period, as it was sent: the words of the message, and its document; both compressed.
-- A document that is too large is empty here.
create table report_sent (
    issue_id bigint not null primary key,
    sent_at  timestamp(6) with time zone not null,
    message  bytea  not null,
    content  bytea  not null,
    foreign key (issue_id) references report_issue (id) on delete cascade
);
create index report_sent_by_age on report_sent (sent_at);

-- How a report is counted, as one may choose it on the page of trends.
alter table report_standing add column against varchar(4096);
alter table report_standing add column same_feeds boolean default false not null;
alter table report_standing add column inferred_pay boolean default false not null;
