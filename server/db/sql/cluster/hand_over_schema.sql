-- The owner's role inherits nothing, so it does not get the schema through pg_database_owner.
ALTER SCHEMA public OWNER TO countersign_owner
