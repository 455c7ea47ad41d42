DELETE FROM schema_migrations WHERE number = :number
