-- Letters that an authority writes to one parent, and the proof that a letter was posted.
alter table letter add column sender varchar(10) default 'SCHOOL' not null;
alter table letter add column sent_proof varchar(200) default '' not null;

-- What stands at the head and the foot of an authority's letters.
create table authority_letterhead (
    -- The name of its policy.
    authority  varchar(100)             not null primary key,
    name       varchar(200)             not null,
    -- A line each.
    address    varchar(500)             not null,
    sender     varchar(200)             not null,
    phone      varchar(50)              not null,
    email      varchar(200)             not null,
    changed_by varchar(200)             not null,
    changed_at timestamp with time zone not null
);
