-- One sealer to a tenant; whoever comes second leaves it to the first.
SELECT pg_try_advisory_xact_lock(hashtextextended('countersign audit ' || :tenant_id::text, 0)) AS locked
