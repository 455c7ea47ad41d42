INSERT INTO audit_chain (tenant_id, sequence, entry_id, hash)
SELECT :tenant_id::uuid, :first::bigint + r.place - 1, r.entry_id, decode(r.hash, 'hex')
FROM unnest(:entries::uuid[], :hashes::text[]) WITH ORDINALITY AS r (entry_id, hash, place)
