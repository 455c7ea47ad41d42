INSERT INTO loan_outcomes (tenant_id, id, application_id, outcome, days_past_due, months_on_book, observed_at, recorded_by, created_at,
                           updated_at)
SELECT :tenant_id::uuid, r.id, r.application_id, r.outcome, r.days_past_due, r.months_on_book, r.observed_at, n.recorded_by, n.now, n.now
FROM jsonb_to_recordset(:rows::jsonb)
         AS r (id uuid, application_id uuid, outcome text, days_past_due integer, months_on_book integer, observed_at timestamptz),
     (SELECT :recorded_by::uuid AS recorded_by, :now::timestamptz AS now) AS n
