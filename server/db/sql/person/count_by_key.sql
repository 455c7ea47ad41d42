SELECT p.key_number, count(*) AS persons
FROM persons p
WHERE p.tenant_id = :tenant_id
GROUP BY p.key_number
ORDER BY p.key_number
