UPDATE notifications SET read_at = coalesce(read_at, :now::timestamptz)
WHERE tenant_id = :tenant_id AND id = :id AND user_id = :user_id AND 'in_app' = ANY (channels)
RETURNING id
