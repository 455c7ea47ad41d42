INSERT INTO document_requests (tenant_id, id, application_id, queue_id, sealed_message, due_date, due_at, requested_by, requested_at)
VALUES (:tenant_id, :id, :application_id, :queue_id, :sealed_message::bytea, :due_date::date, :due_at::timestamptz, :requested_by,
        :now::timestamptz)
