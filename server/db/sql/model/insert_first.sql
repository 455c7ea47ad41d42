INSERT INTO model_registry (tenant_id, id, name, version, stage, algorithm, bundle_sha256, feature_set_version,
                            training, created_by, promoted_by, promoted_at, created_at, updated_at)
SELECT :tenant_id::uuid, :id::uuid, 'default', 1, 'production', 'xgboost', :bundle::text, :feature_set_version::text,
       :training::jsonb, 'system:bootstrap', 'system:bootstrap', n.now, n.now, n.now
FROM (SELECT :now::timestamptz AS now) AS n
WHERE NOT EXISTS (SELECT 1 FROM model_registry m WHERE m.tenant_id = :tenant_id)
