INSERT INTO second_look_draws (tenant_id, decision_id, draw, rate, drawn_at)
VALUES (:tenant_id, :decision_id, :draw, :rate, :now::timestamptz)
