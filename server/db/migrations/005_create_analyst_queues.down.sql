DROP TABLE analyst_queues;
