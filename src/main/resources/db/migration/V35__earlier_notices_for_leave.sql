-- What was said of an earlier notice: whether it was for LEAVE or for OTHER absence; NOT_KNOWN where nobody said.
alter table notice_told add column absence varchar(20) default 'NOT_KNOWN' not null;
