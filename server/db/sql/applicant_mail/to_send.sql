SELECT m.application_id, m.kind, m.created_at, t.locale AS language, t.name AS bank
FROM applicant_mails m
JOIN tenants t ON t.id = m.tenant_id
WHERE m.tenant_id = :tenant_id AND m.id = :id AND m.sent_at IS NULL
