DROP TABLE applicant_mails;
DROP TABLE notification_preferences;
REVOKE DELETE ON notifications FROM countersign_daemon;
DROP INDEX notifications_by_age;
ALTER TABLE notifications
    DROP CONSTRAINT notifications_failures_object,
    DROP COLUMN failures;
