UPDATE document_requests
SET closed_at = :now::timestamptz, outcome = :outcome
WHERE tenant_id = :tenant_id AND application_id = :application_id AND closed_at IS NULL
