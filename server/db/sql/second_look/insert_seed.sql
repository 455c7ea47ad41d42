INSERT INTO second_look_seeds (tenant_id, seed, created_at) VALUES (:tenant_id, :seed::bytea, :now::timestamptz)
ON CONFLICT (tenant_id) DO NOTHING
