-- Whether it is this transaction's turn, and what an earlier one left. The lock lasts until the transaction has ended and
-- is seen by all, so whoever gets it and finds nothing comes first; the primary key has the last word.
SELECT pg_try_advisory_xact_lock(:turn::bigint) AS is_my_turn, k.id IS NOT NULL AS is_done, k.content_hash, k.answer
FROM (SELECT 1) AS always
LEFT JOIN idempotency_keys k ON k.tenant_id = :tenant_id AND k.id = :id::bytea AND k.expires_at > :now::timestamptz
