-- The sanction ledger: which notices were issued to whom for which child, what was paid, what became of them.

-- One parent, whatever schools know the person as a contact.
create table ledger_party (
    id       bigint generated always as identity primary key,
    -- The name under which the person first stood in the ledger.
    known_as varchar(1000)            not null,
    noted_by varchar(200)             not null,
    noted_at timestamp with time zone not null
);

-- Which contacts of schools are that person. A link is never deleted: one that was wrong is undone, with the reason.
create table party_contact (
    id         bigint generated always as identity primary key,
    party_id   bigint                   not null references ledger_party (id),
    contact_id bigint                   not null references contact (id),
    why        varchar(2000)            not null,
    linked_by  varchar(200)             not null,
    linked_at  timestamp with time zone not null,
    undone_by  varchar(200),
    undone_at  timestamp with time zone,
    undone_why varchar(2000),
    -- True while it stands, empty once undone: a contact is one person at a time.
    stands     boolean default true,
    unique (contact_id, stands)
);

create index party_contact_of_party on party_contact (party_id);

-- The answers to "is this the same person?".
create table party_answer (
    id          bigint generated always as identity primary key,
    -- The smaller number first.
    party_id    bigint                   not null references ledger_party (id),
    other_id    bigint                   not null references ledger_party (id),
    same_person boolean                  not null,
    why         varchar(2000)            not null,
    answered_by varchar(200)             not null,
    answered_at timestamp with time zone not null,
    undone_by   varchar(200),
    undone_at   timestamp with time zone,
    undone_why  varchar(2000),
    stands      boolean default true,
    unique (party_id, other_id, stands)
);

create index party_answer_of_other on party_answer (other_id);

-- The last number given to a notice in each year. Whoever takes one holds the row of year 0 until the transaction ends.
create table notice_number (
    in_year     integer not null primary key,
    last_number bigint  not null
);

insert into notice_number (in_year, last_number) values (0, 0);

create table penalty_notice (
    ref              varchar(20)              not null primary key,
    pupil_id         bigint                   not null references pupil (id),
    party_id         bigint                   not null references ledger_party (id),
    -- As whom a school knew the parent; empty where no school did.
    contact_id       bigint references contact (id),
    kind             varchar(20)              not null,
    -- ISSUED here, or EARLIER: entered with its source.
    origin           varchar(10)              not null,
    parent_name      varchar(1000)            not null,
    -- In whose ledger it stands, and who issued it: the same save for earlier notices.
    kept_by          varchar(200)             not null,
    issuer           varchar(500)             not null,
    school_urn       varchar(6) references school (urn),
    school_name      varchar(500)             not null,
    case_ref         varchar(20),
    offence_from     date                     not null,
    offence_to       date                     not null,
    rate             varchar(20)              not null,
    -- Pence. Empty where there is no lower amount, or where it is not known of an earlier notice.
    discounted_pence bigint,
    full_pence       bigint,
    issued_on        date                     not null,
    decided_by       varchar(200)             not null,
    decided_at       timestamp with time zone not null,
    decided_why      varchar(2000)            not null,
    posted_on        date,
    deemed_on        date,
    discounted_until date,
    full_until       date,
    prosecute_safe   date                     not null,
    prosecute_outer  date                     not null,
    policy_name      varchar(200)             not null,
    policy_version   varchar(64)              not null,
    -- Of an earlier notice: where it is written, and who said so.
    source           varchar(1000)            not null,
    told_by          varchar(500)             not null,
    -- Which of the places that the policy allows in the time looked back over; empty once it has fallen out of that time.
    place            integer,
    version          bigint                   not null,
    -- The database itself refuses the same place twice, whoever asks at the same moment.
    unique (pupil_id, party_id, kind, place),
    check (decided_by <> '' and decided_why <> ''),
    check (offence_from <= offence_to and offence_to <= issued_on)
);

create index penalty_notice_of_pupil on penalty_notice (pupil_id);
create index penalty_notice_of_party on penalty_notice (party_id);
create index penalty_notice_kept_by on penalty_notice (kept_by, issued_on);

-- The sessions that a notice relies on.
create table notice_session (
    id         bigint generated always as identity primary key,
    notice_ref varchar(20) not null references penalty_notice (ref),
    pupil_id   bigint      not null references pupil (id),
    party_id   bigint      not null references ledger_party (id),
    on_date    date        not null,
    half       varchar(2)  not null,
    code       varchar(2)  not null,
    -- True while the notice stands, empty once it is withdrawn: a session serves one notice to a parent.
    stands     boolean default true,
    unique (pupil_id, party_id, on_date, half, stands),
    check (code <> 'N')
);

create index notice_session_of_notice on notice_session (notice_ref);

-- What was said of an earlier notice; the latest line counts, the others are kept.
create table notice_told (
    id          bigint generated always as identity primary key,
    notice_ref  varchar(20)              not null references penalty_notice (ref),
    outcome     varchar(20)              not null,
    source      varchar(1000)            not null,
    told_by     varchar(500)             not null,
    recorded_by varchar(200)             not null,
    recorded_at timestamp with time zone not null
);

create index notice_told_of_notice on notice_told (notice_ref);

create table notice_withdrawal (
    notice_ref   varchar(20)              not null primary key references penalty_notice (ref),
    withdrawn_on date                     not null,
    ground       varchar(200)             not null,
    why          varchar(2000)            not null,
    decided_by   varchar(500)             not null,
    recorded_by  varchar(200)             not null,
    recorded_at  timestamp with time zone not null,
    check (decided_by <> '' and why <> '')
);

-- A line for each thing that became known of a prosecution; the latest counts, the others are kept.
create table notice_prosecution (
    id          bigint generated always as identity primary key,
    notice_ref  varchar(20)              not null references penalty_notice (ref),
    route       varchar(30)              not null,
    begun_on    date                     not null,
    result      varchar(20)              not null,
    result_on   date,
    why         varchar(2000)            not null,
    recorded_by varchar(200)             not null,
    recorded_at timestamp with time zone not null
);

create index notice_prosecution_of_notice on notice_prosecution (notice_ref);

-- Money that came. A payment is never changed: one that was entered wrongly is struck out, with the reason, and entered anew.
create table payment (
    id              bigint generated always as identity primary key,
    -- Given by whoever enters it, so that sending it twice enters it once.
    entry_id        varchar(100)             not null,
    kept_by         varchar(200)             not null,
    received_on     date                     not null,
    pence           bigint                   not null,
    method          varchar(20)              not null,
    payer_reference varchar(500)             not null,
    payer           varchar(500)             not null,
    recorded_by     varchar(200)             not null,
    recorded_at     timestamp with time zone not null,
    struck_by       varchar(200),
    struck_at       timestamp with time zone,
    struck_why      varchar(2000),
    unique (kept_by, entry_id),
    check (pence > 0)
);

create index payment_kept_by on payment (kept_by, received_on);

-- How much of a payment went to which notice.
create table payment_share (
    id         bigint generated always as identity primary key,
    payment_id bigint                   not null references payment (id),
    notice_ref varchar(20)              not null references penalty_notice (ref),
    pence      bigint                   not null,
    why        varchar(2000)            not null,
    shared_by  varchar(200)             not null,
    shared_at  timestamp with time zone not null,
    undone_by  varchar(200),
    undone_at  timestamp with time zone,
    undone_why varchar(2000),
    stands     boolean default true,
    check (pence > 0)
);

create index payment_share_of_payment on payment_share (payment_id);
create index payment_share_of_notice on payment_share (notice_ref);

-- Money that was paid back: of a notice, or of what was never matched with one.
create table refund (
    id          bigint generated always as identity primary key,
    payment_id  bigint references payment (id),
    notice_ref  varchar(20) references penalty_notice (ref),
    pence       bigint                   not null,
    paid_on     date                     not null,
    why         varchar(2000)            not null,
    recorded_by varchar(200)             not null,
    recorded_at timestamp with time zone not null,
    check (pence > 0),
    check ((payment_id is null) <> (notice_ref is null))
);

create index refund_of_payment on refund (payment_id);
create index refund_of_notice on refund (notice_ref);
