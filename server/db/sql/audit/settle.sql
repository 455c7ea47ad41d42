INSERT INTO audit_seals (tenant_id, settled_before) VALUES (:tenant_id, :before)
ON CONFLICT (tenant_id) DO UPDATE SET settled_before = EXCLUDED.settled_before
