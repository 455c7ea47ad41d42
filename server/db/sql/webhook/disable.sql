UPDATE webhooks SET enabled = false, disabled_reason = :reason, version = version + 1
WHERE tenant_id = :tenant_id AND id = :id AND enabled
