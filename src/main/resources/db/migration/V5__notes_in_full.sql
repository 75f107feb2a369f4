-- What a file says beside a code is kept as it came. A text of 2,000 characters can take twice as many where a database counts the
-- halves of rare ones; names up to 200 likewise.
alter table mark_note alter column remark set data type varchar(4000);
alter table mark_note alter column reason set data type varchar(4000);
alter table mark_note alter column recorded_at set data type varchar(400);
alter table mark_note alter column recorded_by set data type varchar(400);
