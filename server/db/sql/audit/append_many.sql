INSERT INTO audit_logs (tenant_id, id, entity_type, entity_id, action, actor_type, actor_id, address, request_id, old_value,
                        new_value, diff, occurred_at)
SELECT :tenant_id::uuid, r.id, r.entity_type, r.entity_id, r.action,
       a.actor_type, a.actor_id, a.address, a.request_id, r.old_value, r.new_value, r.diff, a.now
FROM jsonb_to_recordset(:rows::jsonb)
         AS r (id uuid, entity_type text, entity_id uuid, action text, old_value jsonb, new_value jsonb, diff jsonb),
     (SELECT :actor_type::text AS actor_type, :actor_id::uuid AS actor_id, :address::text AS address, :request_id::uuid AS request_id,
             :now::timestamptz AS now) AS a
