INSERT INTO queue_skips (tenant_id, queue_id, user_id, reason, skipped_at)
VALUES (:tenant_id, :queue_id, :user_id, :reason, :now::timestamptz)
