-- No access token lives longer than an hour (auth.access_token_minutes).
DELETE FROM revocations WHERE revoked_at < clock_timestamp() - interval '2 hours'
