-- The parents whom a referral names, one by one, and what was decided for each. A parent keeps the number for as long as the case lasts.
create table liable_parent (
    id             bigint generated always as identity primary key,
    case_ref       varchar(20)              not null references attendance_case (ref),
    parent_number  integer                  not null,
    contact_id     bigint                   not null references contact (id),
    -- As they stood when the parent was named; letters and notices take what stands when they are written.
    parent_name    varchar(1000)            not null,
    address        varchar(2000)            not null,
    relation       varchar(200)             not null,
    liable_because varchar(2000)            not null,
    standing       varchar(30)              not null,
    -- The notice that was issued last in this case; empty where none was.
    notice_ref     varchar(20) references penalty_notice (ref),
    named_by       varchar(200)             not null,
    named_at       timestamp with time zone not null,
    version        bigint                   not null,
    unique (case_ref, parent_number),
    unique (case_ref, contact_id),
    check (liable_because <> '')
);

-- Every decision about a parent, oldest first. Written once and never changed.
create table parent_decision (
    id            bigint generated always as identity primary key,
    case_ref      varchar(20)              not null,
    parent_number integer                  not null,
    outcome       varchar(40)              not null,
    -- What Daymark proposed, and by which rule; empty text where it proposed nothing.
    proposed      varchar(40)              not null,
    rule          varchar(200)             not null,
    reason        varchar(2000)            not null,
    -- The day of the panel's sitting, where a panel decided.
    sitting_on    date,
    decided_by    varchar(200)             not null,
    decided_at    timestamp with time zone not null,
    foreign key (case_ref, parent_number) references liable_parent (case_ref, parent_number),
    check (reason <> '' and decided_by <> '')
);

create index parent_decision_of_parent on parent_decision (case_ref, parent_number, id);
