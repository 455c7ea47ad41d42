SELECT count(*) FILTER (WHERE d.outcome = 'approved' AND s.outcome = 'approved') AS both_approved,
       count(*) FILTER (WHERE d.outcome = 'approved' AND s.outcome = 'declined') AS only_first_approved,
       count(*) FILTER (WHERE d.outcome = 'declined' AND s.outcome = 'approved') AS only_second_approved,
       count(*) FILTER (WHERE d.outcome = 'declined' AND s.outcome = 'declined') AS both_declined
FROM second_looks s
JOIN decisions d ON d.tenant_id = s.tenant_id AND d.id = s.decision_id
WHERE s.tenant_id = :tenant_id AND s.reason = :reason
  AND s.decided_at >= :from_date::timestamptz AND s.decided_at < :to_date::timestamptz
