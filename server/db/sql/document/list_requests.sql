SELECT r.id, r.due_date::text AS due_date, r.sealed_message, r.requested_by, u.name AS requested_by_name, r.requested_at,
       r.closed_at, r.outcome, a.person_id, p.wrapped_key,
       (SELECT jsonb_agg(jsonb_build_object(
                   'id', i.id, 'kind', i.kind, 'sealed_description', encode(i.sealed_description, 'base64'), 'status', i.status,
                   'changed_at', i.changed_at, 'version', i.version,
                   'changed_by', CASE WHEN i.changed_by IS NOT NULL
                                      THEN jsonb_build_object('id', i.changed_by, 'name', c.name) END)
                   ORDER BY i.position)
          FROM document_items i
          LEFT JOIN users c ON c.tenant_id = i.tenant_id AND c.id = i.changed_by
         WHERE i.tenant_id = :tenant_id AND i.request_id = r.id)::text AS items
FROM document_requests r
JOIN applications a ON a.tenant_id = r.tenant_id AND a.id = r.application_id
JOIN persons p ON p.tenant_id = a.tenant_id AND p.id = a.person_id
JOIN users u ON u.tenant_id = r.tenant_id AND u.id = r.requested_by
WHERE r.tenant_id = :tenant_id AND r.application_id = :application_id
ORDER BY r.requested_at DESC, r.id DESC
