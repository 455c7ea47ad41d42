-- Amounts of applications and limits of policies are kept without a currency of their own that could differ.
SELECT EXISTS (SELECT FROM applications WHERE tenant_id = :tenant_id)
    OR EXISTS (SELECT FROM decision_thresholds WHERE tenant_id = :tenant_id) AS uses
