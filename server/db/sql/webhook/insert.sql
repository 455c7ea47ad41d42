INSERT INTO webhooks (tenant_id, id, url, events, created_by, created_at)
VALUES (:tenant_id, :id, :url, :events, :created_by, :now::timestamptz)
