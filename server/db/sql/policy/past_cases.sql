-- Routed applications, newest first, in blocks: a case with its known outcome. Those that were scored anew stay what they were.
SELECT s.id, s.score, s.route, s.recommendation, s.route_reasons::text AS route_reasons, a.amount_minor, a.term_months, a.purpose,
       extract(hour FROM s.scored_at AT TIME ZONE t.time_zone)::integer AS hour,
       (SELECT o.is_bad FROM loan_outcomes o
        WHERE o.tenant_id = :tenant_id AND o.application_id = s.application_id ORDER BY o.observed_at DESC LIMIT 1) AS is_bad
FROM scoring_results s
JOIN applications a ON a.tenant_id = :tenant_id AND a.id = s.application_id
JOIN tenants t ON t.id = :tenant_id
WHERE s.tenant_id = :tenant_id AND s.scored_at >= :from::timestamptz AND s.scored_at < :to::timestamptz
  AND s.id < coalesce(:before_id::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
ORDER BY s.id DESC
LIMIT :limit
