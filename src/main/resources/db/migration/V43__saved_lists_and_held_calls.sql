-- Lists of tasks that people keep under a name: their own, and those that a school shares.
create table work_view (
    id         bigint generated always as identity primary key,
    owned_by   varchar(200)             not null,
    -- The school that it is shared with; empty for one's own.
    school_urn varchar(6),
    title      varchar(60)              not null,
    -- What stands after the question mark of the list's address.
    asks       varchar(1000)            not null,
    saved_at   timestamp with time zone not null,
    unique (owned_by, title)
);

create index work_view_of_school on work_view (school_urn);

-- Until when a task is held by the person who rings just now; from then on it is free again.
alter table work_item add column held_until timestamp with time zone;

create index work_item_held on work_item (held_until);
