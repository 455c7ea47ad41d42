UPDATE decisions
SET status = 'final', override_approved_by = :user_id, override_approved_at = :now::timestamptz, sealed_comment = :sealed_comment::bytea,
    version = version + 1, updated_at = :now::timestamptz
WHERE tenant_id = :tenant_id AND id = :id
