-- Suspensions and exclusions of pupils. A later row that corrects an earlier one stands in its place; the earlier one is kept.
create table suspension (
    id           bigint generated always as identity primary key,
    enrolment_id bigint                   not null references enrolment (id),
    -- SUSPENSION or EXCLUSION.
    kind         varchar(20)              not null,
    first_day    date                     not null,
    school_days  integer                  not null,
    -- When the notice to the parents under section 104 was given; empty where none is on file.
    notice_on    date,
    why          varchar(2000)            not null,
    entered_by   varchar(200)             not null,
    entered_at   timestamp with time zone not null,
    corrects     bigint references suspension (id),
    unique (corrects),
    check (school_days > 0)
);

create index suspension_of_enrolment on suspension (enrolment_id);

-- A suspended pupil seen in a public place, and what the parents said to it.
create table sighting (
    id                bigint generated always as identity primary key,
    case_ref          varchar(20)              not null references attendance_case (ref),
    enrolment_id      bigint                   not null references enrolment (id),
    -- The suspension as it stood then; what stands in its place now counts.
    suspension_id     bigint                   not null references suspension (id),
    seen_on           date                     not null,
    seen_at           varchar(5)               not null,
    place             varchar(500)             not null,
    seen_by           varchar(300)             not null,
    -- justified, not-justified or no-answer; empty text while it is waited for.
    explanation       varchar(20)              not null,
    explanation_words varchar(2000)            not null,
    entered_by        varchar(200)             not null,
    entered_at        timestamp with time zone not null
);

create index sighting_of_case on sighting (case_ref, id);
