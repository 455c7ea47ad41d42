INSERT INTO queue_recusals (tenant_id, application_id, user_id, relation, recorded_at)
VALUES (:tenant_id, :application_id, :user_id, :relation, :now::timestamptz)
ON CONFLICT DO NOTHING
