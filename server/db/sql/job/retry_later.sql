UPDATE jobs SET attempts = attempts + 1, run_at = :run_at::timestamptz, last_error = :last_error WHERE id = :id
