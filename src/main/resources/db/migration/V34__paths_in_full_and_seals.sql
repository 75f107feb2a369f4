-- Which of the versions of a model or table it was: the engine's own number, one more with each file that was brought in; 0 for what was
-- written before the number was kept, of which the version tag alone is known.
alter table path_taken add column definition_no integer default 0 not null;
alter table rule_fired add column definition_no integer default 0 not null;

-- At which step of which model a table was asked: "legal-referral/check-referral"; empty where nothing but a page or a step's work asked it.
alter table rule_fired add column asked_at varchar(360) default '' not null;

-- What was said, for people, when an element was entered without an arrow: why a task was taken back.
alter table path_taken add column because varchar(2000) default '' not null;

-- The journal's entry of what a person did that led to it; empty and 0 where time or a rule did, or where there is none.
alter table path_taken add column entry_subject varchar(100) default '' not null;
alter table path_taken add column entry_no bigint default 0 not null;

-- Append-only but for where it was lodged: one seal each night over the heads of all chains that grew since the last.
create table journal_seal (
    seal_no     bigint                   not null primary key,
    sealed_at   timestamp with time zone not null,
    leaves      integer                  not null,
    -- The Merkle root, the root of the seal before included: whoever holds it can tell whether anything before was changed.
    root        varchar(64)              not null,
    lodged_at   timestamp with time zone,
    lodged_by   varchar(200),
    lodged_with varchar(500)
);

create table journal_seal_leaf (
    seal_no bigint       not null references journal_seal (seal_no),
    leaf_no integer      not null,
    subject varchar(100) not null,
    entries bigint       not null,
    head    varchar(64)  not null,
    primary key (seal_no, leaf_no)
);

create index journal_seal_leaf_of_subject on journal_seal_leaf (subject, seal_no);

-- What an auditor searches by.
create index path_taken_of_model on path_taken (model, taken_at);
create index rule_fired_of_rule on rule_fired (rule_id, fired_at);
create index rule_fired_of_table on rule_fired (decision, fired_at);
create index decision_made_by on decision_made (decided_by, decided_at);
create index journal_entry_by_time on journal_entry (recorded_at);
