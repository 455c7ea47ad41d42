-- For a person that is locked already: a statement of its own sees what was committed while the lock was waited for.
SELECT count(*) AS open_applications
FROM applications a
WHERE a.tenant_id = :tenant_id AND a.person_id = :id
  AND a.status NOT IN ('approved', 'declined', 'cancelled', 'expired')
