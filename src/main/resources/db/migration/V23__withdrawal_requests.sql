-- What somebody asked: that a notice is withdrawn. One request of a notice is open at a time; it stays readable when it is decided.
create table withdrawal_request (
    id             bigint generated always as identity primary key,
    notice_ref     varchar(20)              not null references penalty_notice (ref),
    -- SCHOOL, PARENT, OFFICER, or MARKS where a mark that the notice rests on was amended.
    asked_by       varchar(20)              not null,
    -- What was asked, in the words of who asked, or what was amended.
    words          varchar(2000)            not null,
    entered_by     varchar(200)             not null,
    entered_at     timestamp with time zone not null,
    -- The ground on which an officer decided already; empty text where nobody has.
    settled_ground varchar(200)             not null,
    -- What the officer found who looked at it; empty text until then.
    found          varchar(2000)            not null,
    advice         varchar(20)              not null,
    advised_ground varchar(200)             not null,
    looked_by      varchar(200)             not null,
    -- OPEN, GRANTED, REFUSED, or DROPPED where there was nothing left to decide.
    outcome        varchar(20)              not null,
    decided_ground varchar(200)             not null,
    decided_why    varchar(2000)            not null,
    decided_by     varchar(200)             not null,
    decided_at     timestamp with time zone,
    is_open        boolean default true,
    unique (notice_ref, is_open),
    check (words <> '')
);
