-- Who brought the application, when it was a person who still works here.
SELECT u.id
FROM applications a
JOIN users u ON u.tenant_id = a.tenant_id AND u.id = a.created_by
WHERE a.tenant_id = :tenant_id AND a.id = :application_id AND u.is_active
