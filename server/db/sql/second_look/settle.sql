UPDATE second_looks
SET state = 'closed', settled_by = :user_id, settled_outcome = :outcome, sealed_settlement = :sealed_settlement::bytea,
    settled_at = :now::timestamptz, version = version + 1
WHERE tenant_id = :tenant_id AND id = :id
