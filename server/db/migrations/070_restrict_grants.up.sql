-- The second lock on the one right that reaches past a tenant: it comes with a role of the platform, never by a grant.
ALTER TABLE users ADD CONSTRAINT users_tenant_manage_not_granted CHECK (NOT 'tenant:manage' = ANY (grants));
