INSERT INTO users (tenant_id, id, email, name, role, grants, denials, password_hash, must_change_password, created_at,
                   updated_at)
VALUES (:tenant_id, :id, lower(:email), :name, :role, coalesce(:grants::text[], '{}'), coalesce(:denials::text[], '{}'),
        :password_hash, :must_change_password, :now::timestamptz, :now::timestamptz)
ON CONFLICT (tenant_id, email) DO NOTHING
