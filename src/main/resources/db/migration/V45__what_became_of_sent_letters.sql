-- What somebody was told of a letter that went out. Lines are only added; the last one of a letter stands.
create table letter_news (
    id         bigint generated always as identity primary key,
    letter_id  bigint                   not null references letter (id),
    -- CAME_BACK, ANSWERED, or NEITHER where what was entered before was a mistake.
    what       varchar(20)              not null,
    on_date    date                     not null,
    note       varchar(2000)            not null,
    entered_by varchar(200)             not null,
    entered_at timestamp with time zone not null
);

create index letter_news_of_letter on letter_news (letter_id, id);
