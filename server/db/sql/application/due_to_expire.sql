-- However late the notice went out, there is the whole time between it and the end.
SELECT a.id
FROM applications a
WHERE a.tenant_id = :tenant_id AND a.status IN ('review', 'awaiting_documents') AND a.expires_at <= :now::timestamptz
  AND a.expiry_told_at <= :told_before::timestamptz
ORDER BY a.expires_at
LIMIT :limit
