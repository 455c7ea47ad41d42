INSERT INTO webhook_deliveries (tenant_id, id, webhook_id, event, body, created_at)
SELECT :tenant_id::uuid, r.id, r.webhook_id, r.event, r.body, :now::timestamptz
FROM jsonb_to_recordset(:rows::jsonb) AS r (id uuid, webhook_id uuid, event text, body text)
