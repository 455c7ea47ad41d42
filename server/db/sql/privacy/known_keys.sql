SELECT k.number, k.proof FROM privacy_keys k ORDER BY k.number
