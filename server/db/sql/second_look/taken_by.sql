SELECT s.id, s.application_id FROM second_looks s WHERE s.tenant_id = :tenant_id AND s.analyst_id = :user_id AND s.state = 'taken'
