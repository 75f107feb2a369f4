-- People: schools with their calendars, pupils, their time on each school's roll, and their contacts.

create table school (
    urn                varchar(6)   not null primary key,
    name               varchar(200) not null,
    phase              varchar(200) not null,
    authority          varchar(200) not null,
    policy_name        varchar(200) not null,
    register_opens     time,
    register_closes_am time,
    register_closes_pm time,
    -- One more with every change of the calendar, so that a timetable kept in memory is known to be old.
    calendar_version   bigint       not null default 0
);

create table school_calendar_entry (
    school_urn varchar(6)   not null references school (urn),
    entry_kind varchar(8)   not null,
    from_date  date         not null,
    to_date    date         not null,
    held_half  varchar(2),
    reason     varchar(500) not null,
    primary key (school_urn, entry_kind, from_date)
);

create table pupil (
    id                 bigint       not null primary key,
    upn                varchar(13) unique,
    legal_surname      varchar(500) not null,
    legal_forename     varchar(500) not null,
    preferred_surname  varchar(500) not null,
    preferred_forename varchar(500) not null,
    date_of_birth      date,
    sex                varchar(500) not null,
    home_language      varchar(500) not null,
    sen                varchar(500) not null,
    looked_after       boolean      not null,
    child_protection   boolean      not null,
    child_in_need      boolean      not null,
    free_meals         boolean      not null
);

create table enrolment (
    id           bigint       not null primary key,
    pupil_id     bigint       not null references pupil (id),
    school_urn   varchar(6)   not null references school (urn),
    pupil_ref    varchar(100) not null,
    on_roll_from date,
    leaving_date date,
    year_group   varchar(500) not null,
    form_name    varchar(500) not null,
    part_time    boolean      not null,
    unique (school_urn, pupil_ref)
);

create index enrolment_of_pupil on enrolment (pupil_id);
create index enrolment_by_ref on enrolment (pupil_ref);

create table contact (
    id                bigint       not null primary key,
    school_urn        varchar(6)   not null references school (urn),
    contact_ref       varchar(100) not null,
    title             varchar(500) not null,
    forename          varchar(500) not null,
    surname           varchar(500) not null,
    mobile            varchar(500) not null,
    home_phone        varchar(500) not null,
    work_phone        varchar(500) not null,
    email             varchar(500) not null,
    preferred_channel varchar(500) not null,
    address_1         varchar(500) not null,
    address_2         varchar(500) not null,
    town              varchar(500) not null,
    postcode          varchar(500) not null,
    address_withheld  boolean      not null,
    unique (school_urn, contact_ref)
);

create table pupil_contact (
    pupil_id                bigint       not null references pupil (id),
    contact_id              bigint       not null references contact (id),
    priority                integer,
    relationship            varchar(500) not null,
    parental_responsibility boolean      not null,
    lives_with              boolean      not null,
    court_order             boolean      not null,
    do_not_contact          boolean      not null,
    correspondence          boolean      not null,
    contact_language        varchar(500) not null,
    primary key (pupil_id, contact_id)
);

create index pupil_contact_of_contact on pupil_contact (contact_id);

-- The register: one row a pupil on roll and school week, ten symbols from Monday morning, '-' where not taken.

create table register_week (
    enrolment_id   bigint   not null references enrolment (id),
    week_beginning date     not null,
    codes          char(10) not null,
    primary key (enrolment_id, week_beginning)
);

-- Append-only: what a mark was before and after, why, when, by whom. Nothing in Daymark updates or deletes a row.
create table mark_amendment (
    id           bigint generated always as identity primary key,
    enrolment_id bigint                   not null references enrolment (id),
    on_date      date                     not null,
    half         varchar(2)               not null,
    old_code     varchar(2)               not null,
    new_code     varchar(2)               not null,
    reason       varchar(1000)            not null,
    amended_at   timestamp with time zone not null,
    amended_by   varchar(200)             not null,
    -- Empty where the mark was amended by hand.
    import_id    varchar(36)
);

create index mark_amendment_of_enrolment on mark_amendment (enrolment_id, on_date);

-- What a file says beside the code; only where it says something.
create table mark_note (
    enrolment_id bigint       not null references enrolment (id),
    on_date      date         not null,
    half         varchar(2)   not null,
    minutes_late integer,
    remark       varchar(500) not null,
    reason       varchar(500) not null,
    recorded_at  varchar(100) not null,
    recorded_by  varchar(200) not null,
    primary key (enrolment_id, on_date, half)
);

-- A code decided here, until the school's own register brings it.
create table decided_code (
    id            bigint                   not null primary key,
    enrolment_id  bigint                   not null references enrolment (id),
    on_date       date                     not null,
    half          varchar(2)               not null,
    old_code      varchar(2)               not null,
    decided       varchar(2)               not null,
    state         varchar(10)              not null,
    reason        varchar(1000)            not null,
    decided_by    varchar(200)             not null,
    decided_at    timestamp with time zone not null,
    -- What the register brought instead, while a question about it is open or after it was settled.
    register_code varchar(2),
    import_id     varchar(36),
    settled_by    varchar(200),
    settled_at    timestamp with time zone,
    settled_why   varchar(1000)
);

create index decided_code_of_enrolment on decided_code (enrolment_id, on_date);
create index decided_code_by_state on decided_code (state);

-- Imports: each one that was previewed, applied, refused or held.

create table import_run (
    id             varchar(36)              not null primary key,
    kind           varchar(12)              not null,
    state          varchar(10)              not null,
    content_hash   varchar(64)              not null,
    bytes          bigint                   not null,
    layout         varchar(200)             not null,
    default_school varchar(6),
    rejects_rule   varchar(6)               not null,
    reason         varchar(1000)            not null,
    sent_by        varchar(200)             not null,
    sent_at        timestamp with time zone not null,
    rows_total     bigint                   not null,
    rows_new       bigint                   not null,
    rows_changed   bigint                   not null,
    rows_unchanged bigint                   not null,
    rows_rejected  bigint                   not null,
    preview_token  varchar(64) unique,
    held_because   varchar(1000),
    -- What the sender was told, as JSON.
    answer         text                     not null,
    settled_by     varchar(200),
    settled_at     timestamp with time zone,
    settled_why    varchar(1000)
);

create index import_run_by_content on import_run (content_hash);
create index import_run_by_time on import_run (sent_at);

create table import_school (
    import_id  varchar(36) not null references import_run (id),
    school_urn varchar(6)  not null,
    primary key (import_id, school_urn)
);

create index import_school_by_school on import_school (school_urn);

-- The first answer given to a caller's Idempotency-Key.
create table import_key (
    sent_by      varchar(200) not null,
    idempotency  varchar(255) not null,
    request_hash varchar(64)  not null,
    outcome      varchar(10)  not null,
    import_id    varchar(36)  not null references import_run (id),
    primary key (sent_by, idempotency)
);

-- One row: the last number given to a pupil, enrolment, contact or decided code. Whoever changes the register or the people
-- on it holds this row until the transaction ends, so changes come one after another.
create table register_gate (
    id          integer not null primary key,
    last_number bigint  not null
);

insert into register_gate (id, last_number) values (1, 0);
