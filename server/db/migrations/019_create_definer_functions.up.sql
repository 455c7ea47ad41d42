-- The two questions that row-level security cannot answer: who signs in (no tenant is known yet), and whose name
-- contains a text (LIKE is not leakproof, so it cannot use an index under a policy). They belong to a role that passes
-- the policies, check what they are asked, and answer as little as possible.
CREATE FUNCTION find_user_for_sign_in(p_email text, p_tenant_slug text)
RETURNS TABLE (tenant_id uuid, user_id uuid, password_hash text, is_active boolean, locked_until timestamptz,
               failed_logins integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT u.tenant_id, u.id, u.password_hash, u.is_active AND t.is_active, u.locked_until, u.failed_logins
    FROM users u JOIN tenants t ON t.id = u.tenant_id
    WHERE u.email = lower(p_email) AND (p_tenant_slug IS NULL OR t.slug = p_tenant_slug)
    ORDER BY u.tenant_id
    LIMIT 2
$$;

CREATE FUNCTION search_application_ids(p_tenant_id uuid, p_term text, p_limit integer) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF p_tenant_id IS DISTINCT FROM nullif(current_setting('app.tenant_id', true), '')::uuid THEN
        RAISE EXCEPTION 'another tenant is set' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF length(p_term) < 3 THEN
        RETURN;
    END IF;
    RETURN QUERY
        SELECT a.id FROM applications a
        WHERE a.tenant_id = p_tenant_id
          AND a.search_text LIKE '%' || replace(replace(replace(p_term, '\', '\\'), '%', '\%'), '_', '\_') || '%'
        LIMIT p_limit;
END $$;

REVOKE ALL ON FUNCTION find_user_for_sign_in(text, text), search_application_ids(uuid, text, integer) FROM PUBLIC;
GRANT SELECT ON users, tenants, applications TO countersign_definer;
-- A new owner must be able to create in the schema, at this moment only.
GRANT CREATE ON SCHEMA public TO countersign_definer;
ALTER FUNCTION find_user_for_sign_in(text, text) OWNER TO countersign_definer;
ALTER FUNCTION search_application_ids(uuid, text, integer) OWNER TO countersign_definer;
REVOKE CREATE ON SCHEMA public FROM countersign_definer;
