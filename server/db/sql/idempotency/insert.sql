-- No row in answer: another transaction was first. What has expired and not been purged makes room.
INSERT INTO idempotency_keys AS k (tenant_id, id, content_hash, answer, expires_at)
VALUES (:tenant_id, :id, :content_hash, :answer, :expires_at)
ON CONFLICT (tenant_id, id) DO UPDATE
    SET content_hash = excluded.content_hash, answer = excluded.answer, expires_at = excluded.expires_at
    WHERE k.expires_at <= :now::timestamptz
