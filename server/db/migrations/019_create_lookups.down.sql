DROP FUNCTION search_applications(uuid, text, integer);
DROP FUNCTION find_user_for_sign_in(text, text);
REVOKE ALL ON tenants, users, applications FROM countersign_lookup;
REVOKE SELECT (id, slug, is_active) ON tenants FROM countersign_lookup;
REVOKE SELECT (tenant_id, id, email, role, password_hash, is_active, failed_logins, locked_until, authz_version,
               must_change_password) ON users FROM countersign_lookup;
REVOKE SELECT (tenant_id, id, search_text, created_at) ON applications FROM countersign_lookup;
REVOKE USAGE ON SCHEMA public FROM countersign_lookup;
