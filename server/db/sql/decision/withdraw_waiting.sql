UPDATE decisions SET status = 'withdrawn', version = version + 1, updated_at = :now::timestamptz
WHERE tenant_id = :tenant_id AND application_id = :application_id AND status = 'pending_approval'
