-- The last number given to a case in each year. Whoever opens a case holds the row of year 0 until the transaction ends.
create table case_number (
    in_year     integer not null primary key,
    last_number bigint  not null
);

insert into case_number (in_year, last_number) values (0, 0);

create table attendance_case (
    ref          varchar(20)   not null primary key,
    pupil_id     bigint        not null references pupil (id),
    enrolment_id bigint        not null references enrolment (id),
    school_urn   varchar(6)    not null references school (urn),
    stage        varchar(100)  not null,
    status       varchar(10)   not null,
    opened_on    date          not null,
    closed_on    date,
    policy_name  varchar(200)  not null,
    opened_why   varchar(2000) not null,
    -- The day on which it was referred: from then on the authority sees it.
    referred_on  date,
    version      bigint        not null
);

create index attendance_case_of_pupil on attendance_case (pupil_id);
create index attendance_case_of_enrolment on attendance_case (enrolment_id);
create index attendance_case_of_school on attendance_case (school_urn, status);

-- Append-only: what was done to help. A later row that corrects an earlier one stands in its place; the earlier one is kept.
create table case_support (
    id               bigint generated always as identity primary key,
    case_ref         varchar(20)              not null references attendance_case (ref),
    kind             varchar(30)              not null,
    offered_on       date,
    offered_how      varchar(500)             not null,
    response         varchar(20)              not null,
    opened_on        date,
    with_whom        varchar(500)             not null,
    closed_on        date,
    reviews          integer,
    last_reviewed_on date,
    note             varchar(4000)            not null,
    source           varchar(500)             not null,
    why              varchar(2000)            not null,
    recorded_by      varchar(200)             not null,
    recorded_at      timestamp with time zone not null,
    corrects         bigint references case_support (id)
);

create index case_support_of_case on case_support (case_ref);
