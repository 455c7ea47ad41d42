SELECT p.language, p.choices FROM notification_preferences p WHERE p.tenant_id = :tenant_id AND p.user_id = :user_id
