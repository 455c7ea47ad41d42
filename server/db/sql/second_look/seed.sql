SELECT s.seed FROM second_look_seeds s WHERE s.tenant_id = :tenant_id
