SELECT s.application_id AS id FROM search_applications(:tenant_id, :needle, :limit) AS s
