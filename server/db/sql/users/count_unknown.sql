UPDATE unknown_sign_ins SET failures = failures + 1 WHERE slot = :slot
