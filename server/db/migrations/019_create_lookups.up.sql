-- What must look past row-level security runs as countersign_lookup: a role that cannot sign in, owns nothing but these
-- functions and reads only the columns granted here. Each function checks what it is given and returns no more than said.

-- Sign-in, before a tenant is known. Without a slug every tenant that has the address: the caller refuses more than one.
CREATE FUNCTION find_user_for_sign_in(p_email text, p_tenant_slug text)
RETURNS TABLE (tenant_id uuid, user_id uuid, role text, password_hash text, is_active boolean, failed_logins integer,
               locked_until timestamptz, authz_version integer, must_change_password boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT u.tenant_id, u.id, u.role, u.password_hash, u.is_active, u.failed_logins, u.locked_until, u.authz_version,
           u.must_change_password
      FROM users u
      JOIN tenants t ON t.id = u.tenant_id AND t.is_active
     WHERE u.email = lower(p_email) AND (p_tenant_slug IS NULL OR t.slug = p_tenant_slug)
     ORDER BY u.tenant_id
     LIMIT 2
$$;

-- Applications whose search_text contains the needle (folded by core like search_text itself, at least 3 characters),
-- newest first. LIKE is not leakproof, so under row-level security it could not use the trigram index; ids alone leave
-- this function, and only those of the tenant that the caller is set to.
CREATE FUNCTION search_applications(p_tenant_id uuid, p_needle text, p_limit integer)
RETURNS TABLE (application_id uuid) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF p_tenant_id IS DISTINCT FROM nullif(current_setting('app.tenant_id', true), '')::uuid THEN
        RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege', MESSAGE = 'another tenant';
    END IF;
    IF length(p_needle) < 3 THEN
        RETURN;
    END IF;
    RETURN QUERY
        SELECT a.id FROM applications a
         WHERE a.tenant_id = p_tenant_id
           AND a.search_text LIKE '%' || replace(replace(replace(p_needle, '\', '\\'), '%', '\%'), '_', '\_') || '%'
         ORDER BY a.created_at DESC, a.id DESC
         LIMIT p_limit;
END $$;

REVOKE ALL ON FUNCTION find_user_for_sign_in(text, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION search_applications(uuid, text, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_user_for_sign_in(text, text) TO countersign_daemon;
GRANT EXECUTE ON FUNCTION search_applications(uuid, text, integer) TO countersign_daemon;

-- A new owner must be allowed to create in the schema at the moment of the change.
GRANT USAGE, CREATE ON SCHEMA public TO countersign_lookup;
ALTER FUNCTION find_user_for_sign_in(text, text) OWNER TO countersign_lookup;
ALTER FUNCTION search_applications(uuid, text, integer) OWNER TO countersign_lookup;
REVOKE CREATE ON SCHEMA public FROM countersign_lookup;

GRANT SELECT (id, slug, is_active) ON tenants TO countersign_lookup;
GRANT SELECT (tenant_id, id, email, role, password_hash, is_active, failed_logins, locked_until, authz_version,
              must_change_password) ON users TO countersign_lookup;
GRANT SELECT (tenant_id, id, search_text, created_at) ON applications TO countersign_lookup;
