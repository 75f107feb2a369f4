-- What is put before a reason, or a second answer beside it, needs room beyond the 2000 characters of each.
alter table decision_made alter column reason set data type varchar(4200);
alter table referral alter column answered_why set data type varchar(2500);
alter table prosecution alter column ended_why set data type varchar(2500);
