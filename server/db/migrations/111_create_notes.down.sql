ALTER TABLE applications
    DROP CONSTRAINT applications_expired_after_notice,
    DROP COLUMN expiry_told_at;
DROP TABLE application_notes;
