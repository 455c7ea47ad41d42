-- Whoever gives a case to an analyst waits here, so that the count of active cases cannot be outrun. The key stays free:
-- a decision of the analyst refers to it.
SELECT u.id, u.is_active, u.role, u.grants::text AS grants, u.denials::text AS denials
FROM users u
WHERE u.tenant_id = :tenant_id AND u.id = :analyst_id
FOR NO KEY UPDATE
