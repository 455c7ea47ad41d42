-- What any implementation stores for one application, in one statement.
\set a random(0, 281474976710655)
\set b random(0, 281474976710655)
WITH applicant AS (
    INSERT INTO persons (tenant_id, id, national_id_hash, wrapped_key, key_number, created_at)
    VALUES (:tenant::uuid, (lpad(to_hex(:a::bigint), 16, '0') || lpad(to_hex(:b::bigint), 16, '0'))::uuid,
            decode(md5(:a::text || :b::text), 'hex'), decode(repeat('ab', 77), 'hex'), 1, now())
), stored AS (
    INSERT INTO applications (tenant_id, id, external_id, source, person_id, sealed_name, sealed_person, search_text,
                              applicant_data, financial_data, amount_minor, currency, term_months, purpose, dti_ratio, loan_to_income,
                              payment_to_income, estimated_payment_minor, expires_at, created_at, updated_at)
    VALUES (:tenant::uuid, (lpad(to_hex(:a::bigint), 16, '0') || lpad(to_hex(:b::bigint), 16, '0'))::uuid,
            'L-' || :a::text || '-' || :b::text, 'api',
            (lpad(to_hex(:a::bigint), 16, '0') || lpad(to_hex(:b::bigint), 16, '0'))::uuid,
            decode(repeat('ab', 60), 'hex'), decode(repeat('ab', 400), 'hex'), 'petar petrovic', :applicant::jsonb,
            :finances::jsonb, 60000000, 'RSD', 24, 'car', 0.2, 1.2, 0.2, 2824408, now() + interval '30 days', now(), now())
    RETURNING tenant_id, id
), recorded AS (
    INSERT INTO audit_logs (tenant_id, id, entity_type, entity_id, action, actor_type, new_value, occurred_at)
    SELECT tenant_id, gen_random_uuid(), 'application', id, 'received', 'system', jsonb_build_object('source', 'api'), now()
    FROM stored
)
INSERT INTO jobs (id, tenant_id, queue, kind, payload, run_at, created_at)
SELECT gen_random_uuid(), tenant_id, 'scoring', 'score_application', jsonb_build_object('application_id', id), now(), now()
FROM stored;
