INSERT INTO document_items (tenant_id, id, request_id, position, kind, sealed_description)
SELECT :tenant_id::uuid, r.id, n.request_id, r.position, r.kind, decode(r.sealed_description, 'base64')
FROM jsonb_to_recordset(:rows::jsonb) AS r (id uuid, position integer, kind text, sealed_description text),
     (SELECT :request_id::uuid AS request_id) AS n
