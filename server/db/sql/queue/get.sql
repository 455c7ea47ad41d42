SELECT q.id AS queue_id, q.application_id, a.external_id, a.person_id, p.wrapped_key, a.sealed_name, a.amount_minor, a.currency,
       a.term_months, a.purpose, a.score, a.risk_category, q.priority, q.priority_reason, q.status, q.analyst_id,
       u.name AS analyst_name, q.routing_reason, q.sla_warn_at, q.sla_deadline, q.legal_deadline, q.created_at, q.releases, q.flagged, q.escalated,
       q.started_at, q.skips, q.help_requested_at, q.version
FROM analyst_queues q
JOIN applications a ON a.tenant_id = q.tenant_id AND a.id = q.application_id
JOIN persons p ON p.tenant_id = a.tenant_id AND p.id = a.person_id
LEFT JOIN users u ON u.tenant_id = q.tenant_id AND u.id = q.analyst_id
WHERE q.tenant_id = :tenant_id AND q.id = :id
