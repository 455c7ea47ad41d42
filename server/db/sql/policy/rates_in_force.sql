-- Whether cases of the period were scored under another indicative rate than this one.
SELECT EXISTS (SELECT FROM decision_thresholds p
               WHERE p.tenant_id = :tenant_id AND p.indicative_rate <> :indicative_rate::float8
                 AND p.activated_at < :to::timestamptz AND coalesce(p.retired_at, 'infinity') > :from::timestamptz) AS differs
