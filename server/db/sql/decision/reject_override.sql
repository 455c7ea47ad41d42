UPDATE decisions
SET status = 'rejected', override_rejected_by = :user_id, override_rejected_at = :now::timestamptz, sealed_comment = :sealed_comment::bytea,
    version = version + 1, updated_at = :now::timestamptz
WHERE tenant_id = :tenant_id AND id = :id
