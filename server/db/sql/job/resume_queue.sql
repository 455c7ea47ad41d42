DELETE FROM job_queues WHERE queue = :queue
