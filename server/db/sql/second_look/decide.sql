UPDATE second_looks
SET state = :state, outcome = :outcome, sealed_reasoning = :sealed_reasoning::bytea, decided_at = :now::timestamptz, version = version + 1
WHERE tenant_id = :tenant_id AND id = :id
