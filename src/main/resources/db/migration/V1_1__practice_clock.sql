-- Where the practice clock stands. One row, in practice mode only.
create table practice_clock (
    id        integer                  not null primary key check (id = 1),
    stands_at timestamp with time zone not null
);
