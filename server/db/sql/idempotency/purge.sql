DELETE FROM idempotency_keys WHERE tenant_id = :tenant_id AND expires_at <= :now::timestamptz
