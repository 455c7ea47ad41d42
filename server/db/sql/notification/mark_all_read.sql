UPDATE notifications SET read_at = :now::timestamptz
WHERE tenant_id = :tenant_id AND user_id = :user_id AND read_at IS NULL AND created_at <= :until::timestamptz
  AND 'in_app' = ANY (channels)
