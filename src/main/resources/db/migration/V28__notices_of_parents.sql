-- Every notice that was issued to a parent in a case. The parent's own row names the last one only, and the earlier ones stay the parent's too.
create table notice_of_parent (
    notice_ref    varchar(20) not null primary key references penalty_notice (ref),
    case_ref      varchar(20) not null,
    parent_number integer     not null,
    foreign key (case_ref, parent_number) references liable_parent (case_ref, parent_number)
);

create index notice_of_parent_by_parent on notice_of_parent (case_ref, parent_number);

insert into notice_of_parent (notice_ref, case_ref, parent_number)
select notice_ref, case_ref, parent_number from liable_parent where notice_ref is not null;
