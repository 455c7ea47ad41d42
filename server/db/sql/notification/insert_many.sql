-- By what each recipient has chosen, and else by what the kind of notice says. Whoever wants to hear of it in no way gets no
-- row. What is shown in the workbench is delivered with the row.
INSERT INTO notifications (tenant_id, id, user_id, kind, subject_type, subject_id, channels, delivered_channels, created_at, updated_at)
SELECT :tenant_id::uuid, c.id, c.user_id, c.kind, c.subject_type, c.subject_id, c.channels, array_remove(c.channels, 'email'),
       n.now, n.now
FROM (SELECT r.id, r.user_id, r.kind, r.subject_type, r.subject_id, array_remove(ARRAY[
                 CASE WHEN coalesce((p.choices -> r.kind ->> 'in_app')::boolean, true) THEN 'in_app' END,
                 CASE WHEN :sends_mail::boolean AND coalesce((p.choices -> r.kind ->> 'email')::boolean, r.by_mail) THEN 'email' END
             ], NULL) AS channels
      FROM jsonb_to_recordset(:rows::jsonb) AS r (id uuid, user_id uuid, kind text, subject_type text, subject_id uuid, by_mail boolean)
      LEFT JOIN notification_preferences p ON p.tenant_id = :tenant_id::uuid AND p.user_id = r.user_id) AS c,
     (SELECT :now::timestamptz AS now) AS n
WHERE c.channels <> '{}'
RETURNING id, 'email' = ANY (channels) AS by_mail
