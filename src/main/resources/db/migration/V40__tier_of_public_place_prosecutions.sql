-- A prosecution about a suspended pupil in a public place is one under section 103, whose largest fine is its own. Earlier ones stand as if
-- they were about attendance: the notice says what a prosecution is about; where there is none, the referral of which it was decided.
update prosecution set tier = 'PUBLIC_PLACE'
where exists (
    select 1 from penalty_notice n where n.ref = prosecution.notice_ref and n.kind = 'PUBLIC_PLACE')
or (notice_ref is null and exists (
    select 1 from referral r
    join liable_parent l on l.case_ref = r.case_ref and l.round_number = r.round_number
    where l.case_ref = prosecution.case_ref and l.parent_number = prosecution.parent_number and r.route = 'PUBLIC_PLACE'
    and prosecution.charged_from <= r.period_to and prosecution.charged_to >= r.period_from));
