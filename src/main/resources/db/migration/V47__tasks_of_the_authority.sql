-- Whose tasks they are: a school's people never see the authority's, nor the authority's theirs. Kept beside the group so that an
-- officer's list is read in the order of an index, however many tasks the schools have.
alter table work_item add column of_authority boolean default false not null;
update work_item set of_authority = true where role_group in ('officer', 'panel');
create index work_item_of_authority on work_item (of_authority, status, before_all, due_at, behind, sort_title, id);
