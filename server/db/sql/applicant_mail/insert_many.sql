-- Where the bank tells applicants at all.
INSERT INTO applicant_mails (tenant_id, id, application_id, kind, created_at)
SELECT :tenant_id::uuid, r.id, r.application_id, r.kind, :now::timestamptz
FROM jsonb_to_recordset(:rows::jsonb) AS r (id uuid, application_id uuid, kind text)
JOIN tenants t ON t.id = :tenant_id::uuid AND (t.settings ->> 'notifies_applicants')::boolean
RETURNING id
