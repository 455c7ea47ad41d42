-- A list with optional filters is planned anew for its values: a plan for all values could use no index.
SELECT set_config('plan_cache_mode', 'force_custom_plan', true)
