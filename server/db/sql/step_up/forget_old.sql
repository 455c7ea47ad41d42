DELETE FROM step_up_tokens WHERE expires_at < clock_timestamp() - interval '1 hour'
