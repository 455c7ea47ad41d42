DELETE FROM person_lookups WHERE tenant_id = :tenant_id AND person_id = :person_id
