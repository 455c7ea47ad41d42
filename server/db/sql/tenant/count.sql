SELECT count(*) AS total FROM tenants t WHERE (:is_active::boolean IS NULL OR t.is_active = :is_active::boolean)
