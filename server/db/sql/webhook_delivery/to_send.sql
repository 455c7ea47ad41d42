SELECT d.webhook_id, d.event, d.body, w.url, w.enabled, w.secret_generation, w.old_secret_until
FROM webhook_deliveries d
JOIN webhooks w ON w.tenant_id = d.tenant_id AND w.id = d.webhook_id
WHERE d.tenant_id = :tenant_id AND d.id = :id AND d.state <> 'delivered'
