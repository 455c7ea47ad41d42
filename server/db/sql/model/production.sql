SELECT m.id, m.name, m.version, m.algorithm, m.bundle_sha256
FROM model_registry m
WHERE m.tenant_id = :tenant_id AND m.stage = 'production'
