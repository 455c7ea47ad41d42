-- At most cap + 1: past the cap a total is only "at least".
SELECT count(*) AS total FROM (
SELECT 1 FROM applications a
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
  AND (NOT :scored_only::boolean OR a.score IS NOT NULL)
LIMIT :cap
) AS capped
