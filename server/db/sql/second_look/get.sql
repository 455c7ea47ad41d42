SELECT s.id, s.application_id, a.external_id, a.person_id, p.wrapped_key, s.reason, s.state, s.decided_by, s.signed_by, s.analyst_id,
       analyst.name AS analyst_name, s.taken_at, d.outcome AS first_outcome, s.outcome, s.sealed_reasoning, s.decided_at, s.settled_by,
       settler.name AS settled_by_name, s.settled_outcome, s.sealed_settlement, s.settled_at, s.created_at, s.version
FROM second_looks s
JOIN decisions d ON d.tenant_id = s.tenant_id AND d.id = s.decision_id
JOIN applications a ON a.tenant_id = s.tenant_id AND a.id = s.application_id
JOIN persons p ON p.tenant_id = a.tenant_id AND p.id = a.person_id
LEFT JOIN users analyst ON analyst.tenant_id = s.tenant_id AND analyst.id = s.analyst_id
LEFT JOIN users settler ON settler.tenant_id = s.tenant_id AND settler.id = s.settled_by
WHERE s.tenant_id = :tenant_id AND s.id = :id
