DROP TABLE model_registry;
DROP FUNCTION check_bootstrap_model();
