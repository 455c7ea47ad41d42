-- Whoever makes or moves a policy of the tenant waits here for the one before.
SELECT t.automation FROM tenants t WHERE t.id = :tenant_id FOR NO KEY UPDATE
