-- One row for each national id: who is known keeps id and key. The empty update locks the person, so that nobody erases him
-- before the application is stored, and makes RETURNING answer him. Sorted, so that batches lock in one order. Nothing is
-- stored under a master key that has been retired.
WITH given AS (
    SELECT r.id, decode(r.national_id_hash, 'base64') AS national_id_hash, decode(r.wrapped_key, 'base64') AS wrapped_key,
           r.lookups
    FROM jsonb_to_recordset(:rows::jsonb) AS r (id uuid, national_id_hash text, wrapped_key text, lookups jsonb)
),
stored AS (
    INSERT INTO persons AS p (tenant_id, id, national_id_hash, wrapped_key, key_number, created_at)
    SELECT :tenant_id::uuid, g.id, g.national_id_hash, g.wrapped_key, :key_number::bigint, :now::timestamptz
    FROM given g
    WHERE EXISTS (SELECT FROM privacy_keys k WHERE k.number = :key_number::bigint AND k.retired_at IS NULL)
    ORDER BY g.national_id_hash
    ON CONFLICT (tenant_id, national_id_hash) DO UPDATE SET created_at = p.created_at
    RETURNING p.id, p.national_id_hash, p.wrapped_key
),
looked_up AS (
    INSERT INTO person_lookups (tenant_id, hash, person_id)
    SELECT DISTINCT :tenant_id::uuid, decode(l.hash, 'base64') AS hash, s.id
    FROM stored s
    JOIN given g ON g.national_id_hash = s.national_id_hash,
         jsonb_array_elements_text(g.lookups) AS l (hash)
    ORDER BY hash
    ON CONFLICT DO NOTHING
)
SELECT s.id, s.national_id_hash, s.wrapped_key FROM stored s
