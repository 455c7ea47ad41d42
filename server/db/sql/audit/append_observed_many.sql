-- Of many people at many moments: what was collected off the path of the requests.
INSERT INTO audit_logs (tenant_id, id, entity_type, entity_id, action, actor_type, actor_id, address, request_id, new_value,
                        occurred_at)
SELECT :tenant_id::uuid, r.id, r.entity_type, r.entity_id, r.action,
       r.actor_type, r.actor_id, r.address, r.request_id, r.new_value, r.occurred_at
FROM jsonb_to_recordset(:rows::jsonb)
         AS r (id uuid, entity_type text, entity_id uuid, action text, actor_type text, actor_id uuid, address text, request_id uuid,
               new_value jsonb, occurred_at timestamptz)
ON CONFLICT DO NOTHING
