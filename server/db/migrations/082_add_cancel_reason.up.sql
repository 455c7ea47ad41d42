-- Of applications that ended without a decision.
ALTER TABLE applications
    ADD COLUMN cancel_reason text COLLATE "C",
    ADD CONSTRAINT applications_cancel_reason_known CHECK (cancel_reason IN
        ('withdrawn_by_applicant', 'duplicate', 'entered_in_error', 'other')),
    ADD CONSTRAINT applications_cancel_reason_fits CHECK (cancel_reason IS NULL OR status = 'cancelled');
