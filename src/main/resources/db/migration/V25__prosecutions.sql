-- A prosecution of one parent of a case: what was considered, done and decided on the way to court, and what the court decided.
create table prosecution (
    id               bigint generated always as identity primary key,
    case_ref         varchar(20)              not null,
    parent_number    integer                  not null,
    -- 1 for the parent's first in this case.
    round            integer                  not null,
    -- SINGLE_JUSTICE: section 444(1) on papers. OPEN_COURT: section 444(1A).
    tier             varchar(20)              not null,
    -- PREPARING, BEGUN or ENDED.
    standing         varchar(20)              not null,
    -- The notice that was not paid; empty where none went before.
    notice_ref       varchar(20) references penalty_notice (ref),
    charged_from     date                     not null,
    charged_to       date                     not null,
    -- The last days to begin, counted from the first and from the last session charged.
    limit_safe       date                     not null,
    limit_outer      date                     not null,
    policy_name      varchar(200)             not null,
    policy_version   varchar(64)              not null,
    -- Why an earlier step of the policy was left out; empty text where none was.
    ladder_reason    varchar(2000)            not null,
    -- What was considered about an education supervision order, and what came of it.
    order_considered varchar(2000),
    order_decision   varchar(30),
    order_by         varchar(200),
    order_at         timestamp with time zone,
    -- Caution and questions, under section 444(1A).
    caution_by       varchar(20),
    interview_on     date,
    cautioned_on     date,
    advice_told      boolean,
    answered         boolean,
    answers          varchar(2000),
    knowledge        varchar(2000),
    questioned_by    varchar(200),
    questioned_at    timestamp with time zone,
    -- The headteacher's certificate; its sessions stand in prosecution_session.
    signed_as        varchar(300),
    signed_by        varchar(200),
    signed_at        timestamp with time zone,
    gathered_by      varchar(200),
    gathered_at      timestamp with time zone,
    authorised_by    varchar(200),
    authorised_at    timestamp with time zone,
    authorised_why   varchar(2000),
    begun_on         date,
    court_reference  varchar(200),
    begun_by         varchar(200),
    result           varchar(20),
    result_on        date,
    fine_pence       bigint,
    costs_pence      bigint,
    surcharge_pence  bigint,
    custody_days     integer,
    order_months     integer,
    other_sentence   varchar(300),
    result_by        varchar(200),
    -- As the models write it: convicted, acquitted, withdrawn, supervision-order, not-begun. Empty text while it goes on.
    outcome          varchar(30)              not null,
    ended_why        varchar(2000)            not null,
    opened_at        timestamp with time zone not null,
    version          bigint                   not null,
    foreign key (case_ref, parent_number) references liable_parent (case_ref, parent_number),
    unique (case_ref, parent_number, round),
    check (charged_from <= charged_to),
    -- Somebody else than who gathered the evidence authorises, and nothing begins without that, or after the last day.
    check (authorised_by is null or (gathered_by is not null and authorised_by <> gathered_by)),
    check (begun_on is null or (authorised_by is not null and begun_on <= limit_outer)),
    check (result_on is null or (begun_on is not null and result_on >= begun_on))
);

-- The sessions that the headteacher certified.
create table prosecution_session (
    prosecution_id bigint     not null references prosecution (id),
    on_date        date       not null,
    half           varchar(2) not null,
    code           varchar(2) not null,
    primary key (prosecution_id, on_date, half)
);

-- The checklist of the file.
create table prosecution_evidence (
    prosecution_id bigint       not null references prosecution (id),
    item           varchar(30)  not null,
    -- THERE, MISSING or NOT_NEEDED.
    found          varchar(20)  not null,
    note           varchar(300) not null,
    primary key (prosecution_id, item)
);

-- The documents of the case that go into the file.
create table prosecution_document (
    prosecution_id bigint not null references prosecution (id),
    document_id    bigint not null references case_document (id),
    primary key (prosecution_id, document_id)
);

create table prosecution_hearing (
    id             bigint generated always as identity primary key,
    prosecution_id bigint                   not null references prosecution (id),
    hearing_on     date                     not null,
    court          varchar(200)             not null,
    -- Who attends for the authority, and when they confirmed it.
    attender       varchar(200)             not null,
    confirmed_at   timestamp with time zone,
    entered_by     varchar(200)             not null,
    entered_at     timestamp with time zone not null
);

create index prosecution_hearing_of_file on prosecution_hearing (prosecution_id, id);
