-- In the order of addresses. A cursor names the last user by id alone, so that no address stands in a URL; a part of a
-- name is compared row by row, because a tenant has some thousands of users at most.
SELECT u.id, u.email, u.name, u.role, u.grants::text AS grants, u.denials::text AS denials, u.is_active,
       u.must_change_password, u.locked_until, u.last_login_at, u.created_at, u.version
FROM users u
WHERE u.tenant_id = :tenant_id
  AND (:role::text IS NULL OR u.role = :role)
  AND (:is_active::boolean IS NULL OR u.is_active = :is_active::boolean)
  AND (:search::text IS NULL
       OR strpos(translate(lower((u.name || ' ' || u.email) COLLATE "C"), 'ČĆŽŠĐčćžšđ', 'cczsdcczsd'),
                 translate(lower(:search::text COLLATE "C"), 'ČĆŽŠĐčćžšđ', 'cczsdcczsd')) > 0)
  AND (:after_id::uuid IS NULL
       OR u.email > (SELECT l.email FROM users l WHERE l.tenant_id = :tenant_id AND l.id = :after_id::uuid))
ORDER BY u.email
LIMIT :limit OFFSET :offset
