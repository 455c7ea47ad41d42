SELECT count(*) AS documents FROM documents d WHERE d.tenant_id = :tenant_id AND d.application_id = :application_id
