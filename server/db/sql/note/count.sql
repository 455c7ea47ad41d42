SELECT count(*) AS notes FROM application_notes n WHERE n.tenant_id = :tenant_id AND n.application_id = :application_id
