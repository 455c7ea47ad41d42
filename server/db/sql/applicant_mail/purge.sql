DELETE FROM applicant_mails WHERE tenant_id = :tenant_id AND created_at < :before::timestamptz
