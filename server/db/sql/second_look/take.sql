UPDATE second_looks SET state = 'taken', analyst_id = :user_id, taken_at = :now::timestamptz, version = version + 1
WHERE tenant_id = :tenant_id AND id = :id
