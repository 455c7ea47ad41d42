UPDATE applications a
SET status = r.status, score = r.score, risk_category = r.risk_category, version = a.version + 1,
    updated_at = :now::timestamptz
FROM jsonb_to_recordset(:rows::jsonb) AS r (id uuid, status text, score integer, risk_category text)
WHERE a.tenant_id = :tenant_id AND a.id = r.id
