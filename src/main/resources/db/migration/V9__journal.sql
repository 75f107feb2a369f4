-- Append-only: what happened, chained by subject. Nothing in Daymark updates or deletes a row.
create table journal_entry (
    subject     varchar(100)             not null,
    entry_no    bigint                   not null,
    happened_at timestamp with time zone not null,
    recorded_at timestamp with time zone not null,
    by_user     varchar(200)             not null,
    kind        varchar(20)              not null,
    what        text                     not null,
    why         text                     not null,
    rule_text   text                     not null,
    before_text text                     not null,
    after_text  text                     not null,
    source      text                     not null,
    -- The hash of the entry before in the same chain; empty for the first.
    prev_hash   varchar(64)              not null,
    -- SHA-256 over everything above, prev_hash included.
    hash        varchar(64)              not null,
    primary key (subject, entry_no)
);

-- How long each chain is and what its last entry's hash is: a tail that is cut off shows. Whoever adds to a chain holds its row.
create table journal_chain (
    subject varchar(100) not null primary key,
    entries bigint       not null,
    head    varchar(64)  not null
);

-- Append-only: who looked at what.
create table look_entry (
    id        bigint generated always as identity primary key,
    by_user   varchar(200)             not null,
    looked_at timestamp with time zone not null,
    subject   varchar(100)             not null,
    what      text                     not null
);

create index look_entry_of_subject on look_entry (subject, looked_at);
