-- Documents of cases. The bytes stand in the data folder under their hash.
create table case_document (
    id          bigint generated always as identity primary key,
    case_ref    varchar(20)              not null references attendance_case (ref),
    about       varchar(30)              not null,
    file_name   varchar(200)             not null,
    file_kind   varchar(10)              not null,
    bytes       bigint                   not null,
    hash        varchar(64)              not null,
    note        varchar(2000)            not null,
    added_by    varchar(200)             not null,
    added_at    timestamp with time zone not null
);

create index case_document_of_case on case_document (case_ref);
