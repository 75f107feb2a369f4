-- What leads from the root of the seal before to this one's, a hash a line. Seals that were made without it, of which none was lodged yet,
-- are made anew the next night.
delete from journal_seal_leaf;
delete from journal_seal;
alter table journal_seal add column way_on text default '' not null;
