DROP TABLE step_up_tokens;
