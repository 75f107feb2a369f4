-- What was counted and a rule speaks of. A row is one stretch of time in which it held; a later one is a new row.
create table finding (
    id             bigint generated always as identity primary key,
    enrolment_id   bigint                   not null references enrolment (id),
    pupil_id       bigint                   not null references pupil (id),
    kind           varchar(40)              not null,
    since          date                     not null,
    found_at       timestamp with time zone not null,
    lapsed_on      date,
    lapsed_because varchar(2000),
    count_all      integer                  not null,
    firm           integer                  not null,
    provisional    integer                  not null,
    sentence       varchar(1000)            not null,
    policy_name    varchar(200)             not null,
    policy_version varchar(64)              not null,
    fingerprint    varchar(64)              not null,
    -- Every session counted: "2025-11-10 AM O 2025-11-10 PM O", oldest first.
    proof          text                     not null,
    -- The Mondays of the weeks without a session that the window passed over: "2025-10-27".
    passed_over    text                     not null
);

create index finding_of_enrolment on finding (enrolment_id);
create index finding_of_pupil on finding (pupil_id, lapsed_on);

-- One row: the day of the last look at what time alone changes.
create table day_look (
    id      integer not null primary key,
    last_on date    not null
);

-- Append-only: decisions of people, with what they rested on.
create table decision_made (
    id          bigint generated always as identity primary key,
    case_ref    varchar(20)              not null references attendance_case (ref),
    task_kind   varchar(100)             not null,
    what        varchar(1000)            not null,
    reason      varchar(4000)            not null,
    decided_by  varchar(200)             not null,
    decided_at  timestamp with time zone not null,
    finding_ids varchar(1000)            not null,
    fingerprint varchar(64)              not null
);

create index decision_made_of_case on decision_made (case_ref);

create table decision_session (
    decision_id bigint     not null references decision_made (id),
    pupil_id    bigint     not null references pupil (id),
    on_date     date       not null,
    half        varchar(2) not null,
    code        varchar(2) not null,
    primary key (decision_id, on_date, half)
);

create index decision_session_of_pupil on decision_session (pupil_id, on_date);
