SELECT s.id, s.created_at, s.rotated_at, s.expires_at, c.address, c.user_agent
FROM sessions s
JOIN session_clients c ON c.tenant_id = :tenant_id AND c.session_id = s.id
WHERE s.tenant_id = :tenant_id AND s.user_id = :user_id AND s.ended_at IS NULL AND s.expires_at > :now::timestamptz
  AND s.rotated_at > :idle_since
ORDER BY s.rotated_at DESC, s.id
LIMIT 100
