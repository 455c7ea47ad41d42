DELETE FROM notifications
WHERE tenant_id = :tenant_id AND created_at < :read_before::timestamptz
  AND (read_at < :read_before::timestamptz OR created_at < :before::timestamptz)
