INSERT INTO step_up_tokens (token_hash, session_id, user_id, action, object_id, expires_at)
VALUES (:token_hash, :session_id, :user_id, :action, :object_id, clock_timestamp() + make_interval(secs => :seconds))
