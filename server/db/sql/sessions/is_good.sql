SELECT 1 AS good
FROM sessions s
JOIN users u ON u.tenant_id = s.tenant_id AND u.id = s.user_id
WHERE s.id = :id AND s.tenant_id = :tenant_id AND s.user_id = :user_id AND s.ended_at IS NULL
  AND u.authz_version = :authz_version
