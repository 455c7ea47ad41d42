ALTER TABLE applications DROP COLUMN created_by_key;
DROP TABLE api_keys;
