INSERT INTO session_clients (tenant_id, session_id, address, user_agent)
VALUES (:tenant_id, :session_id, :address, :user_agent)
