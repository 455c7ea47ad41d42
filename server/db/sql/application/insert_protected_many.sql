INSERT INTO protected_attributes (tenant_id, application_id, marital_status, sex, created_at)
SELECT :tenant_id::uuid, r.application_id, r.marital_status, r.sex, :now::timestamptz
FROM jsonb_to_recordset(:rows::jsonb) AS r (application_id uuid, marital_status text, sex text)
