SELECT count(*) AS total FROM (
    SELECT 1 FROM notifications n
    WHERE n.tenant_id = :tenant_id AND n.user_id = :user_id AND 'in_app' = ANY (n.channels)
      AND n.kind = ANY (:kinds::text[]) AND (:unread::boolean IS NULL OR (n.read_at IS NULL) = :unread::boolean)
    LIMIT :cap
) AS capped
