-- What a data folder of practice mode was begun with, and how far its sample schools' registers have been brought in. One row.
create table practice_sample (
    id           integer     not null primary key check (id = 1),
    sample       varchar(20) not null,
    complete     boolean     not null,
    registers_to timestamp with time zone
);

-- A folder in which a practice clock stands already was begun without a sample.
insert into practice_sample (id, sample, complete)
select 1, 'NONE', true from practice_clock;
