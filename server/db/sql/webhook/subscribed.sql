-- Who hears of anything; they stay until the transaction that tells them has ended.
SELECT w.id, w.events FROM webhooks w WHERE w.tenant_id = :tenant_id AND w.enabled ORDER BY w.id FOR KEY SHARE
