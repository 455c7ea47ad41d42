SELECT id, external_id FROM applications WHERE tenant_id = :tenant_id AND external_id = ANY (:external_ids::text[])
