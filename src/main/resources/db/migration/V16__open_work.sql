-- How many tasks are open, so that a list can say its total without reading them all. Every change of work_item that opens, ends, takes or
-- frees a task adds a row in the same transaction; the total is the sum. Rows are never changed, so nobody waits for anybody; those of one
-- kind are put together as they become many.
create table open_work (
    id         bigint generated always as identity primary key,
    school_urn varchar(6)   not null,
    role_group varchar(20)  not null,
    kind       varchar(100) not null,
    kind_name  varchar(255) not null,
    taken      boolean      not null,
    number_of  integer      not null
);

create index open_work_of_school on open_work (school_urn, role_group, kind, kind_name, taken, number_of);

insert into open_work (school_urn, role_group, kind, kind_name, taken, number_of)
select school_urn, role_group, kind, kind_name, assignee is not null, count(*)
from work_item where status = 'OPEN'
group by school_urn, role_group, kind, kind_name, assignee is not null;

-- What is put off is taken off the total.
create index work_item_put_off on work_item (status, postponed_until, role_group, school_urn, assignee, kind);
