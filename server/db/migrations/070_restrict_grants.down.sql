ALTER TABLE users DROP CONSTRAINT users_tenant_manage_not_granted;
