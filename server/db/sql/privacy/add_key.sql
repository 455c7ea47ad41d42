INSERT INTO privacy_keys (number, proof, created_at)
VALUES (:number::bigint, :proof::bytea, :now::timestamptz)
ON CONFLICT (number) DO NOTHING
