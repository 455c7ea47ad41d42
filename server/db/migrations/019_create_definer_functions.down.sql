DROP FUNCTION search_application_ids(uuid, text, integer);
DROP FUNCTION find_user_for_sign_in(text, text);
REVOKE SELECT ON users, tenants, applications FROM countersign_definer;
