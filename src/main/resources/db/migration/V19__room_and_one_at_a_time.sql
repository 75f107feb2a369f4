-- Texts that may grow with a household or are put together from several answers.
alter table contact_round alter column asked_about set data type text;
alter table attendance_return alter column note set data type text;
alter table attendance_case alter column opened_why set data type varchar(4000);

-- Whoever takes the next number of a letter holds this row until the transaction ends.
insert into matter_number (letter, of_year, last_number) values ('V', 0, 0);
insert into matter_number (letter, of_year, last_number) values ('P', 0, 0);
