-- V30 took the highest accepted round for every parent, also for one with whom an earlier round was still under way when that one was
-- accepted. Where nothing was decided about the parent since then, and what was decided before is still being carried out, the parent's round
-- is the last one accepted by that decision: the later one waits. Where that cannot be told, the round stays as it is.
update liable_parent set round_number = (
    select max(r.round_number) from referral r join referral_parent n on n.referral_id = r.id
    where r.case_ref = liable_parent.case_ref and n.parent_number = liable_parent.parent_number and r.standing = 'ACCEPTED'
    and r.answered_at <= (
        select max(d.decided_at) from parent_decision d
        where d.case_ref = liable_parent.case_ref and d.parent_number = liable_parent.parent_number))
where standing in ('NOTICE_TO_IMPROVE', 'PENALTY_NOTICE', 'PROSECUTION')
and exists (
    select 1 from referral later
    where later.case_ref = liable_parent.case_ref and later.round_number = liable_parent.round_number
    and later.standing = 'ACCEPTED' and later.answered_at > (
        select max(d.decided_at) from parent_decision d
        where d.case_ref = liable_parent.case_ref and d.parent_number = liable_parent.parent_number))
and exists (
    select 1 from referral r join referral_parent n on n.referral_id = r.id
    where r.case_ref = liable_parent.case_ref and n.parent_number = liable_parent.parent_number and r.standing = 'ACCEPTED'
    and r.answered_at <= (
        select max(d.decided_at) from parent_decision d
        where d.case_ref = liable_parent.case_ref and d.parent_number = liable_parent.parent_number));
