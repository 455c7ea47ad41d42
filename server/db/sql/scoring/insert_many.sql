INSERT INTO scoring_results (tenant_id, id, application_id, score, unclamped_score, margin_bits, base_value_bits,
                             probability_default, risk_category, route, route_reason, route_reasons, recommendation,
                             model_id, model_bundle, feature_set_version, policy_id, policy_version, base_points,
                             other_points, features, contributions, top_factors, scoring_time_us, scored_at)
SELECT :tenant_id::uuid, r.id, r.application_id, r.score, r.unclamped_score, r.margin_bits, r.base_value_bits,
       r.probability_default, r.risk_category, r.route, r.route_reason,
       ARRAY(SELECT jsonb_array_elements_text(r.route_reasons)), r.recommendation, s.model_id, r.model_bundle,
       s.feature_set_version, s.policy_id, s.policy_version, r.base_points, r.other_points, r.features, r.contributions,
       r.top_factors, r.scoring_time_us, s.now
FROM jsonb_to_recordset(:rows::jsonb)
         AS r (id uuid, application_id uuid, score integer, unclamped_score float8, margin_bits integer,
               base_value_bits integer, probability_default float8, risk_category text, route text, route_reason text,
               route_reasons jsonb, recommendation text, model_bundle text, base_points integer, other_points integer,
               features jsonb, contributions jsonb, top_factors jsonb, scoring_time_us bigint),
     (SELECT :model_id::uuid AS model_id, :feature_set_version::text AS feature_set_version,
             :policy_id::uuid AS policy_id, :policy_version::integer AS policy_version, :now::timestamptz AS now) AS s
