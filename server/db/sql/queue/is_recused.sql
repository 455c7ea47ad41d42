SELECT EXISTS (SELECT FROM queue_recusals r
                WHERE r.tenant_id = :tenant_id AND r.application_id = :application_id AND r.user_id = :user_id) AS recused
