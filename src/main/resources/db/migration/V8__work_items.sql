-- What people have to do: our own picture of the engine's tasks, written in the engine's own transaction.

create table work_item (
    -- The engine's id of the task.
    id                varchar(64)   not null primary key,
    model             varchar(100)  not null,
    kind              varchar(100)  not null,
    kind_name         varchar(255)  not null,
    process_key       varchar(255)  not null,
    title             varchar(1000) not null,
    why               varchar(1000) not null,
    what_would_change varchar(2000) not null,
    school_urn        varchar(6)    not null,
    enrolment_id      bigint        not null,
    pupil_ref         varchar(100)  not null,
    pupil_name        varchar(2000) not null,
    case_ref          varchar(20),
    role_group        varchar(20)   not null,
    assignee          varchar(100),
    assigned_at       timestamp with time zone,
    due_at            timestamp with time zone not null,
    urgent            smallint      not null,
    -- The order of the list, so that an index holds it: before all others, by when, the most urgent first, by title.
    before_all        smallint      not null,
    behind            smallint      not null,
    sort_title        varchar(60)   not null,
    search_text       varchar(4000) not null,
    status            varchar(9)    not null,
    postponed_until   timestamp with time zone,
    postponed_why     varchar(2000),
    opened_at         timestamp with time zone not null,
    ended_at          timestamp with time zone,
    ended_by          varchar(100),
    ended_because     varchar(2000),
    version           bigint        not null
);

create index work_item_of_school on work_item (school_urn, status, before_all, due_at, behind, sort_title, id);
create index work_item_by_due on work_item (status, before_all, due_at, behind, sort_title, id);
create index work_item_of_assignee on work_item (assignee, status, before_all, due_at, behind, sort_title, id);
create index work_item_of_case on work_item (case_ref, status);
create index work_item_of_pupil on work_item (pupil_ref, status);
create index work_item_of_process on work_item (process_key, status);
