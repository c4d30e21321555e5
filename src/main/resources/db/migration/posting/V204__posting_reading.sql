-- What is read of a posting beyond its words.
alter table posting add column work_from varchar(4000) default '[]' not null;
alter table posting add column seniority varchar(20);
alter table posting add column contradictions varchar(4000) default '[]' not null;
alter table posting add column claimed_as varchar(100);
