-- Referrals of a case to the authority: one row for each time the case goes back and forth.
create table referral (
    id             bigint generated always as identity primary key,
    case_ref       varchar(20)              not null references attendance_case (ref),
    round_number   integer                  not null,
    route          varchar(30)              not null,
    period_from    date                     not null,
    period_to      date                     not null,
    -- What the school says was done; empty text until it is submitted.
    statement      varchar(4000)            not null,
    standing       varchar(20)              not null,
    begun_at       timestamp with time zone not null,
    submitted_by   varchar(200),
    submitted_at   timestamp with time zone,
    submitted_why  varchar(2000)            not null,
    -- What the authority answered last, or why it ended.
    answer         varchar(30)              not null,
    answered_by    varchar(200),
    answered_at    timestamp with time zone,
    answered_why   varchar(2000)            not null,
    to_put_right   varchar(2000)            not null,
    -- What an officer found who investigated the whole case; empty text where nobody did.
    findings       varchar(4000)            not null,
    sitting_on     date,
    version        bigint                   not null,
    unique (case_ref, round_number),
    check (period_from <= period_to)
);

create index referral_by_standing on referral (standing);
create index referral_by_sitting on referral (sitting_on);

-- Which of the case's parents a referral names.
create table referral_parent (
    referral_id   bigint  not null references referral (id),
    parent_number integer not null,
    primary key (referral_id, parent_number)
);

-- What was found for each check when it was looked at last, and what the officer thinks of it.
create table referral_check (
    id            bigint generated always as identity primary key,
    referral_id   bigint                   not null references referral (id),
    position_of   integer                  not null,
    code          varchar(60)              not null,
    -- The parent it is about; 0 where it is about the case.
    parent_number integer                  not null,
    result        varchar(30)              not null,
    found         varchar(2000)            not null,
    source        varchar(1000)            not null,
    as_of         timestamp with time zone not null,
    cure          varchar(2000)            not null,
    earliest_on   date,
    weight        varchar(10)              not null,
    officer_view  varchar(10)              not null,
    officer_words varchar(2000)            not null,
    viewed_by     varchar(200),
    unique (referral_id, code, parent_number)
);
