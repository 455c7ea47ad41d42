SELECT n.id, n.kind, n.subject_type, n.subject_id, a.external_id, n.channels, n.delivered_channels, n.failures, n.read_at,
       n.created_at
FROM notifications n
LEFT JOIN applications a ON a.tenant_id = n.tenant_id AND a.id = n.subject_id AND n.subject_type = 'application'
WHERE n.tenant_id = :tenant_id AND n.user_id = :user_id AND 'in_app' = ANY (n.channels)
  AND n.kind = ANY (:kinds::text[]) AND (:unread::boolean IS NULL OR (n.read_at IS NULL) = :unread::boolean)
  AND (:after_id::uuid IS NULL OR (n.created_at, n.id) < (:after_key::timestamptz, :after_id::uuid))
ORDER BY n.created_at DESC, n.id DESC
LIMIT :limit OFFSET :offset
