-- A listing that was set aside has no posting yet; what a person said of it waits for one.
alter table posting_correction alter column posting_id drop not null;
alter table posting_correction add column feed_id varchar(120);
alter table posting_correction add column external_id varchar(500);
create index posting_correction_by_listing on posting_correction (feed_id, external_id);
