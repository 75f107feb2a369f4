-- The schools that the sender of a file might work with when it came. A held file is applied under these, whoever releases it.
-- Empty for what came before this was kept: such a file can be thrown away, and sent again.
alter table import_run add column sender_scope varchar(9);
-- The school or the authority that the scope is of; empty where it is of none.
alter table import_run add column sender_scope_of varchar(200);

-- What was answered under the key, word for word: what is told of the import changes when a held file is released.
-- Empty for what came before this was kept.
alter table import_key add column answer text;
