-- Each status is read in the order of its own part of the index, so that a page of several is as flat as one of one.
SELECT a.id, a.external_id, a.person_id, p.wrapped_key, a.sealed_name, a.amount_minor, a.currency, a.term_months, a.purpose,
       a.status, a.score, a.risk_category, a.created_at, a.version
FROM unnest(:statuses::text[]) AS wanted (status)
CROSS JOIN LATERAL (
    SELECT f.tenant_id, f.id, f.external_id, f.person_id, f.sealed_name, f.amount_minor, f.currency, f.term_months, f.purpose,
           f.status, f.score, f.risk_category, f.created_at, f.version
    FROM applications f
    WHERE f.tenant_id = :tenant_id AND f.status = wanted.status
      AND (:from_date::timestamptz IS NULL OR f.created_at >= :from_date::timestamptz)
      AND (:to_date::timestamptz IS NULL OR f.created_at < :to_date::timestamptz)
      AND (:amount_min::bigint IS NULL OR f.amount_minor >= :amount_min::bigint)
      AND (:amount_max::bigint IS NULL OR f.amount_minor <= :amount_max::bigint)
      AND (:score_min::integer IS NULL OR f.score >= :score_min::integer)
      AND (:score_max::integer IS NULL OR f.score <= :score_max::integer)
      AND (:ids::uuid[] IS NULL OR f.id = ANY (:ids::uuid[]))
      AND (:hidden_id::uuid IS NULL OR f.id <> :hidden_id::uuid)
      AND (:after_id::uuid IS NULL OR (f.created_at, f.id) < (:after_key::timestamptz, :after_id::uuid))
    ORDER BY f.created_at DESC, f.id DESC
    LIMIT :limit::bigint + :offset::bigint
) AS a
JOIN persons p ON p.tenant_id = a.tenant_id AND p.id = a.person_id
ORDER BY a.created_at DESC, a.id DESC
LIMIT :limit::bigint OFFSET :offset::bigint
