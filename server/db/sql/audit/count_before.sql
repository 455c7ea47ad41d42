SELECT count(*) AS entries FROM audit_logs WHERE tenant_id = :tenant_id AND occurred_at < :before::timestamptz
