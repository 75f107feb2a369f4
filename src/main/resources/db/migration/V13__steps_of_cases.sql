-- The steps taken in a case, in order. The first, 'opened', stands where a rule opened the case.
create table escalation_step (
    id            bigint generated always as identity primary key,
    case_ref      varchar(20)   not null references attendance_case (ref),
    rung          varchar(40)   not null,
    begun_on      date          not null,
    sentence      varchar(2000) not null,
    source        varchar(1000) not null,
    -- The time that the family was last given to improve.
    waiting_from  date,
    waiting_until date
);

create index escalation_step_of_case on escalation_step (case_ref, id);

-- Meetings that were arranged with parents, and what became of them.
create table case_meeting (
    id            bigint generated always as identity primary key,
    case_ref      varchar(20)   not null references attendance_case (ref),
    arranged_on   date          not null,
    meeting_on    date          not null,
    meeting_at    varchar(200)  not null,
    meeting_place varchar(200)  not null,
    outcome       varchar(20)   not null,
    held_with     varchar(200)  not null,
    discussed     varchar(2000) not null,
    targets       varchar(2000) not null,
    review_on     date
);

create index case_meeting_of_case on case_meeting (case_ref, id);

create table attendance_contract (
    id          bigint generated always as identity primary key,
    meeting_id  bigint        not null references case_meeting (id),
    case_ref    varchar(20)   not null references attendance_case (ref),
    signed_on   date          not null,
    from_day    date          not null,
    until_day   date          not null,
    review_on   date          not null,
    parents_do  varchar(2000) not null,
    school_does varchar(2000) not null,
    kept        varchar(20)   not null
);

create index attendance_contract_of_case on attendance_contract (case_ref, id);
