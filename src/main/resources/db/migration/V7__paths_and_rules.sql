-- Append-only: which arrows the processes took, written as they are taken. Nothing in Daymark updates or deletes a row.
create table path_taken (
    id            bigint generated always as identity primary key,
    subject       varchar(100)             not null,
    taken_at      timestamp with time zone not null,
    model         varchar(100)             not null,
    model_version varchar(20)              not null,
    from_id       varchar(255)             not null,
    from_name     varchar(1000)            not null,
    -- Empty where an element was entered without an arrow.
    arrow_id      varchar(255)             not null,
    arrow_name    varchar(1000)            not null,
    to_id         varchar(255)             not null,
    to_name       varchar(1000)            not null,
    taken_by      varchar(200)             not null
);

create index path_taken_of_subject on path_taken (subject, id);

-- Append-only: which rules of which decision table fired, with what was put in and what came out, as JSON.
create table rule_fired (
    id            bigint generated always as identity primary key,
    subject       varchar(100)             not null,
    fired_at      timestamp with time zone not null,
    decision      varchar(100)             not null,
    table_version varchar(20)              not null,
    rule_id       varchar(255)             not null,
    inputs        text                     not null,
    outputs       text                     not null
);

create index rule_fired_of_subject on rule_fired (subject, id);
