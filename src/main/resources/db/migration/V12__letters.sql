-- Letters to families. A letter's content is written once and never updated; only what became of it is.

create table letter (
    id               bigint generated always as identity primary key,
    -- Opaque: the year and a number, never a name.
    ref              varchar(20)              not null unique,
    template         varchar(100)             not null,
    title            varchar(200)             not null,
    template_version varchar(64)              not null,
    legal_warning    boolean                  not null,
    school_urn       varchar(6)               not null references school (urn),
    enrolment_id     bigint                   not null references enrolment (id),
    process_key      varchar(100)             not null,
    case_ref         varchar(20),
    contact_id       bigint                   not null references contact (id),
    recipient        varchar(1600)            not null,
    -- A line each.
    address          varchar(2100)            not null,
    -- Empty where it may not go by e-mail.
    email            varchar(500)             not null,
    html             text                     not null,
    plain_text       text                     not null,
    sha256           varchar(64)              not null,
    -- Of the sessions it speaks of.
    fingerprint      varchar(64)              not null,
    figures          varchar(500)             not null,
    -- What spoke against sending when it was written: the rules' ids, a blank between.
    holds            varchar(1000)            not null,
    proposed_at      timestamp with time zone not null,
    state            varchar(10)              not null,
    decided_by       varchar(200),
    decided_at       timestamp with time zone,
    sent_on          date,
    sent_how         varchar(100)             not null,
    why              varchar(2500)            not null
);

create index letter_by_school on letter (school_urn, state, id);
create index letter_of_enrolment on letter (enrolment_id, template);
create index letter_by_key on letter (process_key, template, state);

create table letter_number (
    id          integer not null primary key,
    for_year    integer not null,
    last_number integer not null
);

insert into letter_number (id, for_year, last_number) values (1, 0, 0);

-- Which letter a task is about.
create table letter_task (
    task_id     varchar(64)  not null primary key,
    process_key varchar(100) not null,
    template    varchar(100) not null
);

-- A person asked to hold letters to a family.
create table letter_hold (
    id           bigint generated always as identity primary key,
    enrolment_id bigint                   not null references enrolment (id),
    hold_kind    varchar(20)              not null,
    why          varchar(2000)            not null,
    from_date    date                     not null,
    until_date   date,
    set_by       varchar(200)             not null,
    set_at       timestamp with time zone not null,
    ended_by     varchar(200),
    ended_at     timestamp with time zone,
    ended_why    varchar(2000)
);

create index letter_hold_of_enrolment on letter_hold (enrolment_id);

-- What stands at the head and the foot of a school's letters.
create table school_letterhead (
    school_urn varchar(6)               not null primary key references school (urn),
    sender     varchar(200)             not null,
    phone      varchar(50)              not null,
    email      varchar(200)             not null,
    head       varchar(200)             not null,
    -- A line each.
    address    varchar(500)             not null,
    reply_days integer,
    changed_by varchar(200)             not null,
    changed_at timestamp with time zone not null
);
