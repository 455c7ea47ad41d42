UPDATE decision_conditions
SET status = :status, due_date = :due_date::date, sealed_note = coalesce(:sealed_note::bytea, sealed_note),
    changed_by = :user_id, changed_at = :now::timestamptz,
    version = version + 1, updated_at = :now::timestamptz
WHERE tenant_id = :tenant_id AND id = :id
