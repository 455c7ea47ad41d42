ALTER TABLE analyst_queues DROP CONSTRAINT analyst_queues_paused_while_waiting;
DROP TABLE documents;
DROP TABLE document_items;
DROP TABLE document_requests;
