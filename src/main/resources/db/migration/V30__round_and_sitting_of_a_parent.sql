-- Which round of the case's referral is being decided for a parent, or was last; 0 while none was accepted.
alter table liable_parent add column round_number integer default 0 not null;
-- The panel's sitting of which the parent's decision was asked last; empty where no panel decides.
alter table liable_parent add column sitting_on date;

update liable_parent set round_number = coalesce((
    select max(r.round_number) from referral r join referral_parent n on n.referral_id = r.id
    where r.case_ref = liable_parent.case_ref and n.parent_number = liable_parent.parent_number and r.standing = 'ACCEPTED'), 0);
update liable_parent set sitting_on = (
    select r.sitting_on from referral r
    where r.case_ref = liable_parent.case_ref and r.round_number = liable_parent.round_number);

create index liable_parent_by_sitting on liable_parent (sitting_on);

-- The sitting of which a decision was asked, where a panel decided: an earlier one than decided, where that had left it.
alter table parent_decision add column asked_for date;
update parent_decision set asked_for = sitting_on;

create index parent_decision_by_sitting on parent_decision (sitting_on);

-- Referrals that wait until the one of the case that is prepared or looked at has been answered.
create table referral_to_come (
    id        bigint generated always as identity primary key,
    case_ref  varchar(20)              not null references attendance_case (ref),
    route     varchar(30)              not null,
    -- The days it is about; empty where they follow from the register as it begins.
    days_from date,
    days_to   date,
    -- At which the case stood when it was asked for.
    stage     varchar(100)             not null,
    wanted_at timestamp with time zone not null
);

create index referral_to_come_of_case on referral_to_come (case_ref, id);
