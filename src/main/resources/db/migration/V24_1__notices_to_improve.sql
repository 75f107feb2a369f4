-- Notices to improve: what each asks, how long it runs and how it ended. One row for each that was written; it is never taken away.
create table improvement_notice (
    id           bigint generated always as identity primary key,
    -- What its process is about: the parent in the case, or the case where the school gives it.
    process_key  varchar(100)             not null,
    case_ref     varchar(20)              not null references attendance_case (ref),
    issuer       varchar(10)              not null,
    weeks        integer                  not null,
    -- How many sessions may still be missed without leave.
    allowed      integer                  not null,
    enough       varchar(1000)            not null,
    -- On what ground the time may end early.
    early_ground varchar(10)              not null,
    help_so_far  varchar(2000)            not null,
    help_offered varchar(2000)            not null,
    given_by     varchar(200)             not null,
    given_at     timestamp with time zone not null,
    why          varchar(2000)            not null,
    -- Empty until it is posted.
    posted_on    date,
    served_on    date,
    from_date    date,
    until_date   date,
    -- How many sessions were missed without leave when a ground for ending early was put to a person last.
    breach_seen  integer default 0        not null,
    looked_on    date,
    -- Empty text while it stands.
    outcome      varchar(10) default ''   not null,
    ended_early  boolean default false    not null,
    ended_by     varchar(200),
    ended_at     timestamp with time zone,
    ended_why    varchar(2500) default '' not null,
    check (why <> '' and weeks > 0 and allowed >= 0)
);

create index improvement_notice_of_key on improvement_notice (process_key, id);
create index improvement_notice_of_case on improvement_notice (case_ref, id);
create index improvement_notice_running on improvement_notice (outcome, until_date);
