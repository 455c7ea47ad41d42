UPDATE tenants SET automation = :automation, updated_at = :now::timestamptz WHERE id = :tenant_id
