-- Reviews that were open before it was kept which decision each is about: the one whose words the task gives, or the last before it.
insert into decision_review (task_id, decision_id)
select w.id, coalesce(
    (select max(d.id) from decision_made d where d.case_ref = w.case_ref and d.decided_at <= w.opened_at
        and position(concat('You decided: ', d.what, '.') in w.why) > 0),
    (select max(d.id) from decision_made d where d.case_ref = w.case_ref and d.decided_at <= w.opened_at))
from work_item w
where w.kind = 'review-decision' and w.status = 'OPEN'
    and not exists (select 1 from decision_review r where r.task_id = w.id)
    and exists (select 1 from decision_made d where d.case_ref = w.case_ref and d.decided_at <= w.opened_at);
