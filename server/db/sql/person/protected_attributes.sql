SELECT t.application_id, t.marital_status, t.sex FROM protected_attributes_of(:tenant_id, :person_id) AS t
