INSERT INTO second_looks (tenant_id, id, application_id, decision_id, reason, decided_by, signed_by, created_at)
VALUES (:tenant_id, :id, :application_id, :decision_id, :reason, :decided_by, :signed_by, :now::timestamptz)
