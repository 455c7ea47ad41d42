SELECT a.id, a.external_id, a.person_id, p.wrapped_key, a.sealed_name, a.amount_minor, a.currency, a.term_months, a.purpose,
       a.status, a.score, a.risk_category, a.created_at, a.version
FROM applications a
JOIN persons p ON p.tenant_id = a.tenant_id AND p.id = a.person_id
WHERE a.tenant_id = :tenant_id
  AND (:status::text IS NULL OR a.status = :status)
  AND (:statuses::text[] IS NULL OR a.status = ANY (:statuses::text[]))
  AND (:from_date::timestamptz IS NULL OR a.created_at >= :from_date::timestamptz)
  AND (:to_date::timestamptz IS NULL OR a.created_at < :to_date::timestamptz)
  AND (:amount_min::bigint IS NULL OR a.amount_minor >= :amount_min::bigint)
  AND (:amount_max::bigint IS NULL OR a.amount_minor <= :amount_max::bigint)
  AND (:score_min::integer IS NULL OR a.score >= :score_min::integer)
  AND (:score_max::integer IS NULL OR a.score <= :score_max::integer)
  AND (:ids::uuid[] IS NULL OR a.id = ANY (:ids::uuid[]))
  AND (:hidden_id::uuid IS NULL OR a.id <> :hidden_id::uuid)
  AND a.score IS NOT NULL
  AND (:after_id::uuid IS NULL OR (a.score, a.id) > (:after_key::integer, :after_id::uuid))
ORDER BY a.score ASC, a.id ASC
LIMIT :limit OFFSET :offset
