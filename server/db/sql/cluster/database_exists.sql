SELECT EXISTS (SELECT FROM pg_database WHERE datname = 'countersign') AS present
