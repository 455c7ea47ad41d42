-- Where the chain ends, and which transactions are over: what an older one wrote can be seen by every later statement.
SELECT coalesce(s.settled_before, 0) AS settled_before, pg_snapshot_xmin(x.snapshot)::text::bigint AS running_from,
       pg_snapshot_xmax(x.snapshot)::text::bigint AS unborn_from, coalesce(c.sequence, 0) AS sequence, c.hash
FROM (SELECT pg_current_snapshot() AS snapshot) AS x
LEFT JOIN audit_seals s ON s.tenant_id = :tenant_id
LEFT JOIN LATERAL (SELECT sequence, hash FROM audit_chain WHERE tenant_id = :tenant_id ORDER BY sequence DESC LIMIT 1) AS c ON true
