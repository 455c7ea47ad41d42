UPDATE applicant_mails
SET failure = :failure, sent_at = CASE WHEN :failure::text IS NULL THEN :now::timestamptz END
WHERE tenant_id = :tenant_id AND id = :id
