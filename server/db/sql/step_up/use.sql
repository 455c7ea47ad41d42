-- Who comes second waits for the first and finds nothing, unless the first rolls back.
DELETE FROM step_up_tokens
WHERE token_hash = :token_hash AND session_id = :session_id AND user_id = :user_id AND action = :action AND object_id = :object_id
  AND expires_at > clock_timestamp()
