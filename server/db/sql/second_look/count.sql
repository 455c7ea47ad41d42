-- At most cap: past the cap a total is only "at least".
SELECT count(*) AS total FROM (
SELECT 1 FROM second_looks s
WHERE s.tenant_id = :tenant_id AND (:state::text IS NULL OR s.state = :state) AND (:state::text IS NOT NULL OR s.state <> 'closed')
LIMIT :cap
) AS capped
