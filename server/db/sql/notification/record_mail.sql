-- How the mail of a notice went: without a failure it was delivered.
UPDATE notifications
SET delivered_channels = CASE WHEN :failure::text IS NULL THEN array_append(array_remove(delivered_channels, 'email'), 'email')
                              ELSE delivered_channels END,
    failures = CASE WHEN :failure::text IS NULL THEN failures - 'email'
                    ELSE failures || jsonb_build_object('email', :failure::text) END
WHERE tenant_id = :tenant_id AND id = :id
