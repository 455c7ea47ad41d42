UPDATE jobs SET attempts = attempts + 1, state = 'dead', last_error = :last_error, finished_at = :now::timestamptz
WHERE id = :id
