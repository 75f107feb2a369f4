-- That a notice is to end early, by whom and why, in their words to the parent; it ends when the parent has been told. Empty text while
-- nobody has decided so.
alter table improvement_notice add column early_by varchar(200) default '' not null;
alter table improvement_notice add column early_why varchar(2000) default '' not null;
