-- At most cap + 1: past the cap a total is only "at least".
SELECT count(*) AS total FROM (
SELECT 1 FROM users u
WHERE u.tenant_id = :tenant_id
  AND (:role::text IS NULL OR u.role = :role)
  AND (:is_active::boolean IS NULL OR u.is_active = :is_active::boolean)
  AND (:search::text IS NULL
       OR strpos(translate(lower((u.name || ' ' || u.email) COLLATE "C"), 'ČĆŽŠĐčćžšđ', 'cczsdcczsd'),
                 translate(lower(:search::text COLLATE "C"), 'ČĆŽŠĐčćžšđ', 'cczsdcczsd')) > 0)
LIMIT :cap
) AS capped
