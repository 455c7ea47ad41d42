SELECT number, name, checksum, applied_at FROM schema_migrations ORDER BY number
