INSERT INTO application_notes (tenant_id, id, application_id, author_id, sealed_text, created_at)
VALUES (:tenant_id, :id, :application_id, :author_id, :sealed_text::bytea, :now::timestamptz)
