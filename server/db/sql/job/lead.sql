-- Who asks leads when nobody else does, or goes on leading.
INSERT INTO leader_leases AS l (name, owner, lease_until)
VALUES (:name, :owner, :until::timestamptz)
ON CONFLICT (name) DO UPDATE SET owner = EXCLUDED.owner, lease_until = EXCLUDED.lease_until
    WHERE l.owner = EXCLUDED.owner OR l.lease_until < :now::timestamptz
RETURNING l.owner
