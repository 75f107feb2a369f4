-- Punctuality: the late book, late-gate checks, and what is worked on because somebody is often late.

create table late_gate_check (
    id         bigint generated always as identity primary key,
    school_urn varchar(6)               not null references school (urn),
    on_date    date                     not null,
    half       varchar(2)               not null,
    stood_by   varchar(200)             not null,
    note       varchar(1000)            not null,
    entered_by varchar(200)             not null,
    entered_at timestamp with time zone not null,
    unique (school_urn, on_date, half)
);

-- One line of the late book. A line is never changed: one that is wrong is struck out with the reason and, where need be, written anew.
create table late_arrival (
    id           bigint generated always as identity primary key,
    enrolment_id bigint                   not null references enrolment (id),
    on_date      date                     not null,
    half         varchar(2)               not null,
    arrived_at   time                     not null,
    -- After the register opened; empty where the school has not said when it opens that half day.
    minutes_late integer,
    -- Empty where the school has not said when the register closes.
    after_close  boolean,
    reason       varchar(1000)            not null,
    late_gate_id bigint references late_gate_check (id),
    -- The code for the register that this line led to.
    decided_code bigint,
    entered_by   varchar(200)             not null,
    entered_at   timestamp with time zone not null,
    struck_by    varchar(200),
    struck_at    timestamp with time zone,
    struck_why   varchar(1000),
    -- True while the line stands, empty once it is struck out: one line stands for a pupil and session.
    stands       boolean default true,
    unique (enrolment_id, on_date, half, stands)
);

create index late_arrival_of_enrolment on late_arrival (enrolment_id, on_date);
create index late_arrival_by_day on late_arrival (on_date);

create table punctuality_concern (
    id           bigint generated always as identity primary key,
    process_key  varchar(20)              not null,
    enrolment_id bigint                   not null references enrolment (id),
    sentence     varchar(1000)            not null,
    opened_at    timestamp with time zone not null,
    -- The first day of the time watched now: the day on which the last step was taken.
    watched_from date                     not null,
    -- Whether a step was taken and the pupil is being watched; a count that falls meanwhile is what was hoped for.
    watching     boolean                  not null,
    ended_at     timestamp with time zone,
    ended_why    varchar(1000)
);

create index punctuality_concern_of_enrolment on punctuality_concern (enrolment_id);
create index punctuality_concern_by_key on punctuality_concern (process_key);

-- Leave in term time: what was asked for, and absence that looks like leave nobody gave.

create table leave_request (
    ref             varchar(20)              not null primary key,
    enrolment_id    bigint                   not null references enrolment (id),
    asked_by        bigint references contact (id),
    asked_on        date                     not null,
    from_date       date                     not null,
    from_half       varchar(2)               not null,
    to_date         date                     not null,
    to_half         varchar(2)               not null,
    -- Planned by the school's calendar when it was asked for.
    sessions        integer                  not null,
    ground          varchar(30)              not null,
    details         varchar(2000)            not null,
    evidence        varchar(1000)            not null,
    entered_by      varchar(200)             not null,
    entered_at      timestamp with time zone not null,
    state           varchar(20)              not null,
    -- What the headteacher gave; empty where nothing.
    given_from_date date,
    given_from_half varchar(2),
    given_to_date   date,
    given_to_half   varchar(2),
    given_code      varchar(2),
    decided_by      varchar(200),
    decided_at      timestamp with time zone,
    decided_why     varchar(2000)
);

create index leave_request_of_enrolment on leave_request (enrolment_id, from_date);

create table suspected_leave (
    ref          varchar(20)              not null primary key,
    enrolment_id bigint                   not null references enrolment (id),
    from_date    date                     not null,
    to_date      date                     not null,
    opened_at    timestamp with time zone not null,
    reply        varchar(4000),
    replied_on   date,
    reply_by     varchar(200),
    case_ref     varchar(20),
    ended_at     timestamp with time zone,
    ended_why    varchar(2000),
    -- Whether it ended because its sessions were coded otherwise: should they be coded as leave again, it is looked at anew.
    explained    boolean                  not null default false
);

create index suspected_leave_of_enrolment on suspected_leave (enrolment_id);

-- For each parent the answer to the policy's question who is asked to pay; kept with the words of the rule as it stood.
create table leave_liable_parent (
    ref        varchar(20)              not null references suspected_leave (ref),
    contact_id bigint                   not null references contact (id),
    liable     boolean                  not null,
    rule_text  varchar(1000)            not null,
    why        varchar(2000)            not null,
    entered_by varchar(200)             not null,
    entered_at timestamp with time zone not null,
    primary key (ref, contact_id)
);

-- The last number given out for references such as V-2025-00012.
create table matter_number (
    letter      varchar(1) not null,
    of_year     integer    not null,
    last_number integer    not null,
    primary key (letter, of_year)
);
