UPDATE second_looks SET state = 'waiting', analyst_id = NULL, taken_at = NULL, version = version + 1
WHERE tenant_id = :tenant_id AND id = :id
