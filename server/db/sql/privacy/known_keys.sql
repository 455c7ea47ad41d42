SELECT k.number, k.proof, k.retired_at IS NOT NULL AS is_retired FROM privacy_keys k ORDER BY k.number
