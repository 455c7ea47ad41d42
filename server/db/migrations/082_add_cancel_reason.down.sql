ALTER TABLE applications
    DROP CONSTRAINT applications_cancel_reason_fits,
    DROP CONSTRAINT applications_cancel_reason_known,
    DROP COLUMN cancel_reason;
