UPDATE applications
SET status = 'cancelled', cancel_reason = :reason, version = version + 1, updated_at = :now::timestamptz
WHERE tenant_id = :tenant_id AND id = :id
