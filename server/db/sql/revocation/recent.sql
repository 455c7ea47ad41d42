SELECT session_id, user_id, max(authz_version) AS authz_version
FROM revocations
WHERE revoked_at > clock_timestamp() - interval '2 hours'
GROUP BY session_id, user_id
