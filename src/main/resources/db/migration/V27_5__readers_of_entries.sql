-- Who may read an entry in full: UNSAID, AUTHORITY or EVERYBODY. Part of the hash of an entry unless it is UNSAID, so that chains hold that
-- were written before.
alter table journal_entry add column readers varchar(20) default 'UNSAID' not null;

-- Whether an officer or the panel decided: a school learns what was decided, not the reason.
alter table decision_made add column at_authority boolean default false not null;
