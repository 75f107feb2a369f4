-- Which decision each open task of review is about: one review of a decision at a time.
create table decision_review (
    task_id     varchar(64) not null primary key,
    decision_id bigint      not null references decision_made (id)
);

create index decision_review_of_decision on decision_review (decision_id);
