SELECT s.score, s.probability_default, s.risk_category, s.route, s.route_reason, s.route_reasons::text AS route_reasons,
       s.recommendation, s.model_id, s.model_bundle, s.policy_version, s.base_points, s.other_points,
       s.top_factors::text AS top_factors, s.scoring_time_us, s.scored_at, m.version AS model_version, m.algorithm AS model_kind,
       p.auto_approve_min, p.auto_decline_max, p.recommendation_cutoff
FROM scoring_results s
LEFT JOIN model_registry m ON m.tenant_id = s.tenant_id AND m.id = s.model_id
LEFT JOIN decision_thresholds p ON p.tenant_id = s.tenant_id AND p.id = s.policy_id
WHERE s.tenant_id = :tenant_id AND s.application_id = :application_id
ORDER BY s.scored_at DESC
LIMIT 1
