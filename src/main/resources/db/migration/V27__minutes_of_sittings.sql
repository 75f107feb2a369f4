-- What was written at sittings of a legal panel. Written once and never changed: a correction is a line of its own.
create table sitting_minute (
    id         bigint generated always as identity primary key,
    authority  varchar(100)             not null,
    sitting_on date                     not null,
    part       varchar(20)              not null,
    words      varchar(4000)            not null,
    -- The line in whose place this one stands.
    corrects   bigint references sitting_minute (id),
    why        varchar(2000)            not null,
    written_by varchar(200)             not null,
    written_at timestamp with time zone not null,
    unique (corrects)
);

create index sitting_minute_of_day on sitting_minute (authority, sitting_on);
