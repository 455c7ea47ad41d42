-- The settings by which the server's log could show bound values, where they differ from what they must be.
SELECT name, wanted
  FROM (VALUES ('log_min_error_statement', 'panic'), ('log_error_verbosity', 'terse'), ('log_min_duration_statement', '-1'),
               ('log_parameter_max_length_on_error', '0')) AS rule (name, wanted)
 WHERE current_setting(name) <> wanted
 ORDER BY name
