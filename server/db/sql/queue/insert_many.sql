INSERT INTO analyst_queues (tenant_id, id, application_id, priority, priority_reason, flagged, routing_reason,
                            score_at_routing, sla_warn_at, sla_deadline, legal_deadline, created_at, updated_at)
SELECT :tenant_id::uuid, r.id, r.application_id, r.priority, r.priority_reason, r.flagged, r.routing_reason,
       r.score_at_routing, n.sla_warn_at, n.sla_deadline,
       (SELECT min(d.due_at) FROM application_deadlines d
         WHERE d.tenant_id = :tenant_id AND d.application_id = r.application_id AND d.state = 'running'),
       n.now, n.now
FROM jsonb_to_recordset(:rows::jsonb)
         AS r (id uuid, application_id uuid, priority integer, priority_reason text, flagged boolean,
               routing_reason text, score_at_routing integer),
     (SELECT :sla_warn_at::timestamptz AS sla_warn_at, :sla_deadline::timestamptz AS sla_deadline, :now::timestamptz AS now) AS n
