-- With where they were from (session_clients). Who signed in when stays in the record.
DELETE FROM sessions WHERE least(expires_at, ended_at) < :before::timestamptz
