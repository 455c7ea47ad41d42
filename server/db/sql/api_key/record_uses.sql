UPDATE api_keys k SET last_used_at = r.used_at
FROM jsonb_to_recordset(:rows::jsonb) AS r (id uuid, used_at timestamptz)
WHERE k.id = r.id AND (k.last_used_at IS NULL OR k.last_used_at < r.used_at)
