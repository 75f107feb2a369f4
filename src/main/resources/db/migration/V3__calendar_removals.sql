-- Append-only: entries that were taken out of a school's calendar by hand, why, when, by whom. Nothing in Daymark updates or
-- deletes a row.
create table calendar_removal (
    id           bigint generated always as identity primary key,
    school_urn   varchar(6)               not null references school (urn),
    entry_kind   varchar(8)               not null,
    from_date    date                     not null,
    to_date      date                     not null,
    held_half    varchar(2),
    entry_reason varchar(500)             not null,
    removed_by   varchar(200)             not null,
    removed_at   timestamp with time zone not null,
    why          varchar(1000)            not null
);

create index calendar_removal_of_school on calendar_removal (school_urn);
