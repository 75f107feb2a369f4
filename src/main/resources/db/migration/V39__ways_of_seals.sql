-- What leads from the root of the seal before to this one's, a hash a line. Null for a seal that was made without it: then it is worked out
-- from the seal's leaves, which is slower.
alter table journal_seal add column way_on text;
