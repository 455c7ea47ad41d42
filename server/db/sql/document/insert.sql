INSERT INTO documents (tenant_id, id, application_id, item_id, kind, media_type, size_bytes, sealed_about, sealed_content, scan,
                       uploaded_by, uploaded_at)
VALUES (:tenant_id, :id, :application_id, :item_id, :kind, :media_type, :size_bytes, :sealed_about::bytea,
        :sealed_content::bytea, :scan, :uploaded_by, :now::timestamptz)
