INSERT INTO notification_preferences (tenant_id, user_id, language, choices, chosen_at)
VALUES (:tenant_id, :user_id, :language, :choices::jsonb, :now::timestamptz)
ON CONFLICT (tenant_id, user_id)
    DO UPDATE SET language = EXCLUDED.language, choices = EXCLUDED.choices, chosen_at = EXCLUDED.chosen_at
