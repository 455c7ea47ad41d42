-- However late the notice went out, there is the whole time between it and the end. What the law wants answered first stays
-- (core/deadline: owesNotice), and must not fill the batch.
SELECT a.id
FROM applications a
WHERE a.tenant_id = :tenant_id AND a.status IN ('review', 'awaiting_documents') AND a.expires_at <= :now::timestamptz
  AND a.expiry_told_at <= :told_before::timestamptz
  AND NOT EXISTS (SELECT FROM application_deadlines d
                  WHERE d.tenant_id = :tenant_id AND d.application_id = a.id AND d.state = 'running'
                    AND d.kind <> 'counteroffer_reply')
ORDER BY a.expires_at
LIMIT :limit
