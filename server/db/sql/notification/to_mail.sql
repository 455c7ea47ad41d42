-- A notice that waits to be mailed, with what its mail needs.
SELECT n.kind, n.created_at, u.email, u.is_active, coalesce(p.language, t.locale) AS language, t.name AS bank, a.external_id
FROM notifications n
JOIN users u ON u.tenant_id = n.tenant_id AND u.id = n.user_id
JOIN tenants t ON t.id = n.tenant_id
LEFT JOIN notification_preferences p ON p.tenant_id = n.tenant_id AND p.user_id = n.user_id
LEFT JOIN applications a ON a.tenant_id = n.tenant_id AND a.id = n.subject_id AND n.subject_type = 'application'
WHERE n.tenant_id = :tenant_id AND n.id = :id AND n.kind = ANY (:kinds::text[])
  AND 'email' = ANY (n.channels) AND NOT 'email' = ANY (n.delivered_channels)
