SELECT a.id FROM applications a
WHERE a.tenant_id = :tenant_id AND a.external_id >= :prefix AND a.external_id < :prefix_end
LIMIT :limit
