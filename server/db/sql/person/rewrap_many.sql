UPDATE persons p
SET wrapped_key = decode(r.wrapped_key, 'base64'), key_number = :key_number::bigint
FROM jsonb_to_recordset(:rows::jsonb) AS r (id uuid, wrapped_key text)
WHERE p.tenant_id = :tenant_id AND p.id = r.id
