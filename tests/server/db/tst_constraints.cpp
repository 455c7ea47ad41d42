#include "server/db/SqlError.h"
#include "tests/server/db/Seed.h"
#include "tests/support/SqlConsole.h"
#include "tests/support/TestDatabase.h"

#include <QRegularExpression>
#include <QTest>

#include <memory>
#include <thread>

using namespace countersign;

namespace {

struct Break {
    const char *constraint; ///< that must answer
    const char *state;      ///< its SQLSTATE
    const char *statement;
};

// $T tenant, $A an application in review, $B one more, $Q its open queue entry, $U analyst, $S senior.
#define DECISION(columns, values)                                                                                          \
    "INSERT INTO decisions (tenant_id, id, application_id, currency, decided_at, created_at, updated_at, " columns ") "      \
    "VALUES ('$T', gen_random_uuid(), '$A', 'RSD', '2026-11-24Z', '2026-11-24Z', '2026-11-24Z', " values ")"
#define HUMAN "decision_type, outcome, status, decided_by, sealed_texts"
#define APPROVED "'analyst_approve', 'approved', 'final', '$U', repeat('r', 115)::bytea"
#define OVERRIDE ", override_flag, override_direction, override_reason"
#define OVERRIDDEN ", true, 'model_decline_analyst_approve', 'new_information'"
#define WAITING "'analyst_approve', 'approved', 'pending_approval', '$U', repeat('r', 115)::bytea"
#define DUE OVERRIDE ", approval_deadline"
#define DUE_SOON OVERRIDDEN ", '2026-11-24Z'"
#define QUEUE(columns, values)                                                                                             \
    "INSERT INTO analyst_queues (tenant_id, id, application_id, priority, routing_reason, sla_warn_at, sla_deadline, created_at, "        \
    "updated_at, " columns ") VALUES ('$T', gen_random_uuid(), '$B', 50, 'borderline_score', '2026-11-24Z', '2026-11-24Z', '2026-11-24Z', " \
    "'2026-11-24Z', " values ")"
#define POLICY(columns, values)                                                                                            \
    "INSERT INTO decision_thresholds (tenant_id, id, auto_decline_max, recommendation_cutoff, auto_approve_min, "            \
    "max_loan_amount_auto_minor, max_term_months_auto, indicative_rate, sla_hours, band_override_approval, created_at, "    \
    "updated_at, " columns ") VALUES ('$T', gen_random_uuid(), 480, 600, 720, 1, 84, 12, 8, 'low_side', '2026-11-24Z', "   \
    "'2026-11-24Z', " values ")"

#define REQUEST(values)                                                                                                    \
    "INSERT INTO document_requests (tenant_id, id, application_id, queue_id, due_date, requested_by, requested_at, due_at, " \
    "closed_at, outcome) VALUES ('$T', gen_random_uuid(), '$A', '$Q', '2026-11-24', '$U', '2026-11-24Z', " values ")"
#define ITEM(values)                                                                                                       \
    "INSERT INTO document_items (tenant_id, id, request_id, position, kind, sealed_description, status, changed_at) "       \
    "SELECT tenant_id, gen_random_uuid(), id, 0, 'other', '', " values " FROM document_requests"
#define DOCUMENT(values)                                                                                                   \
    "INSERT INTO documents (tenant_id, id, application_id, kind, uploaded_by, uploaded_at, sealed_about, media_type, "       \
    "size_bytes, sealed_content, scan, scanned_at) VALUES ('$T', gen_random_uuid(), '$A', 'other', '$U', '2026-11-24Z', '', " values ")"

constexpr std::array kBreaks{
    Break{"tenants_slug_unique", "23505", "INSERT INTO tenants (id, slug, name, currency, created_at, updated_at) VALUES (gen_random_uuid(), 'alpha', 'x', 'RSD', '2026-11-24Z', '2026-11-24Z')"},
    Break{"tenants_slug_form", "23514", "UPDATE tenants SET slug = 'Not A Slug'"},
    Break{"tenants_currency_form", "23514", "UPDATE tenants SET currency = 'rsd'"},
    Break{"tenants_automation_known", "23514", "UPDATE tenants SET automation = 'maybe'"},
    Break{"users_email_unique", "23505", "INSERT INTO users (tenant_id, id, email, name, role, created_at, updated_at) VALUES ('$T', gen_random_uuid(), 'ana@alpha.example', 'x', 'analyst', '2026-11-24Z', '2026-11-24Z')"},
    Break{"users_email_lower_case", "23514", "UPDATE users SET email = 'Ana@alpha.example' WHERE id = '$U'"},
    Break{"users_role_known", "23514", "UPDATE users SET role = 'god' WHERE id = '$U'"},
    Break{"users_tenant_fkey", "23503", "INSERT INTO users (tenant_id, id, email, name, role, created_at, updated_at) VALUES (gen_random_uuid(), gen_random_uuid(), 'a@b.c', 'x', 'analyst', '2026-11-24Z', '2026-11-24Z')"},
    Break{"applications_external_id_unique", "23505", "UPDATE applications SET external_id = 'B' WHERE id = '$A'"},
    Break{"applications_external_id_form", "23514", "UPDATE applications SET external_id = '' WHERE id = '$A'"},
    Break{"applications_status_known", "23514", "UPDATE applications SET status = 'lost' WHERE id = '$A'"},
    Break{"applications_source_known", "23514", "UPDATE applications SET source = 'fax' WHERE id = '$A'"},
    Break{"applications_amount_positive", "23514", "UPDATE applications SET amount_minor = 0 WHERE id = '$A'"},
    Break{"applications_term_range", "23514", "UPDATE applications SET term_months = 481 WHERE id = '$A'"},
    Break{"applications_purpose_known", "23514", "UPDATE applications SET purpose = 'yacht' WHERE id = '$A'"},
    Break{"applications_interest_rate_range", "23514", "UPDATE applications SET interest_rate = -1 WHERE id = '$A'"},
    Break{"applications_score_range", "23514", "UPDATE applications SET score = 1001, risk_category = 'low' WHERE id = '$A'"},
    Break{"applications_risk_category_known", "23514", "UPDATE applications SET score = 1, risk_category = 'odd' WHERE id = '$A'"},
    Break{"applications_score_has_category", "23514", "UPDATE applications SET score = 1, risk_category = NULL WHERE id = '$A'"},
    Break{"applications_person_fkey", "23503", "UPDATE applications SET person_id = gen_random_uuid() WHERE id = '$A'"},
    Break{"persons_national_id_unique", "23505", "UPDATE persons SET national_id_hash = decode(md5('same'), 'hex')"},
    Break{"persons_national_id_hash_size", "23514", "UPDATE persons SET national_id_hash = 'x'"},
    Break{"persons_erased_is_without_key", "23514", "UPDATE persons SET erased_at = '2026-11-24Z'"},
    Break{"persons_erased_is_without_key", "23514", "UPDATE persons SET wrapped_key = NULL"},
    Break{"person_lookups_person_fkey", "23503", "INSERT INTO person_lookups (tenant_id, hash, person_id) VALUES ('$T', decode(md5('x'), 'hex'), gen_random_uuid())"},
    Break{"tenants_retention_range", "23514", "UPDATE tenants SET decision_retention_years = 11"},
    Break{"scoring_results_no_automation_without_score", "23514", "INSERT INTO scoring_results (tenant_id, id, application_id, route, route_reason, route_reasons, feature_set_version, policy_version, features, scored_at) VALUES ('$T', gen_random_uuid(), '$A', 'auto_approve', 'model_unavailable', '{model_unavailable}', 'f', 1, '{}', '2026-11-24Z')"},
    Break{"scoring_results_reason_listed", "23514", "INSERT INTO scoring_results (tenant_id, id, application_id, route, route_reason, route_reasons, feature_set_version, policy_version, features, scored_at) VALUES ('$T', gen_random_uuid(), '$A', 'human_review', 'model_unavailable', '{long_term}', 'f', 1, '{}', '2026-11-24Z')"},
    Break{"scoring_results_whole_or_none", "23514", "INSERT INTO scoring_results (tenant_id, id, application_id, score, route, route_reason, route_reasons, feature_set_version, policy_version, features, scored_at) VALUES ('$T', gen_random_uuid(), '$A', 700, 'human_review', 'long_term', '{long_term}', 'f', 1, '{}', '2026-11-24Z')"},
    Break{"scoring_results_application_fkey", "23503", "INSERT INTO scoring_results (tenant_id, id, application_id, route, route_reason, route_reasons, feature_set_version, policy_version, features, scored_at) VALUES ('$T', gen_random_uuid(), gen_random_uuid(), 'human_review', 'long_term', '{long_term}', 'f', 1, '{}', '2026-11-24Z')"},
    Break{"analyst_queues_one_open", "23505", "INSERT INTO analyst_queues (tenant_id, id, application_id, priority, routing_reason, sla_warn_at, sla_deadline, created_at, updated_at) VALUES ('$T', gen_random_uuid(), '$A', 50, 'borderline_score', '2026-11-24Z', '2026-11-24Z', '2026-11-24Z', '2026-11-24Z')"},
    Break{"analyst_queues_status_known", "23514", QUEUE("status", "'odd'")},
    Break{"analyst_queues_analyst_when_taken", "23514", QUEUE("status", "'in_progress'")},
    Break{"analyst_queues_analyst_when_taken", "23514", QUEUE("analyst_id", "'$U'")},
    Break{"analyst_queues_completed_has_time", "23514", QUEUE("status", "'completed'")},
    Break{"analyst_queues_paused_while_waiting", "23514", QUEUE("status, analyst_id, assigned_at", "'awaiting_documents', '$U', '2026-11-24Z'")},
    Break{"applications_expired_after_notice", "23514", "UPDATE applications SET status = 'expired' WHERE id = '$A'"},
    Break{"application_notes_text_sealed", "23514", "INSERT INTO application_notes (tenant_id, id, application_id, author_id, sealed_text, created_at) VALUES ('$T', gen_random_uuid(), '$A', '$U', repeat('n', 45)::bytea, '2026-11-24Z')"},
    Break{"application_notes_author_fkey", "23503", "INSERT INTO application_notes (tenant_id, id, application_id, author_id, sealed_text, created_at) VALUES ('$T', gen_random_uuid(), '$A', gen_random_uuid(), '', '2026-11-24Z')"},
    Break{"document_requests_one_open", "23505", REQUEST("'2026-11-25Z', NULL, NULL") "; " REQUEST("'2026-11-25Z', NULL, NULL")},
    Break{"document_requests_due_later", "23514", REQUEST("'2026-11-24Z', NULL, NULL")},
    Break{"document_requests_closed_has_outcome", "23514", REQUEST("'2026-11-25Z', '2026-11-24Z', NULL")},
    Break{"document_requests_outcome_known", "23514", REQUEST("'2026-11-25Z', '2026-11-24Z', 'lost'")},
    Break{"document_items_waived_by_person", "23514", REQUEST("'2026-11-25Z', NULL, NULL") "; " ITEM("'waived', '2026-11-24Z'")},
    Break{"document_items_change_has_time", "23514", REQUEST("'2026-11-25Z', NULL, NULL") "; " ITEM("'received', NULL")},
    Break{"document_items_status_known", "23514", REQUEST("'2026-11-25Z', NULL, NULL") "; " ITEM("'lost', '2026-11-24Z'")},
    Break{"documents_size_range", "23514", DOCUMENT("'application/pdf', 10485761, '', 'not_scanned', NULL")},
    Break{"documents_media_type_known", "23514", DOCUMENT("'text/html', 1, '', 'not_scanned', NULL")},
    Break{"documents_content_sealed", "23514", DOCUMENT("'application/pdf', 5, 'plain', 'not_scanned', NULL")},
    Break{"documents_verdict_has_time", "23514", DOCUMENT("'application/pdf', 1, '', 'clean', NULL")},
    Break{"documents_scan_known", "23514", DOCUMENT("'application/pdf', 1, '', 'odd', NULL")},
    Break{"analyst_queues_releases_not_negative", "23514", QUEUE("releases", "-1")},
    Break{"analyst_queues_priority_range", "23514", "UPDATE analyst_queues SET priority = 101"},
    Break{"analyst_queues_analyst_fkey", "23503", QUEUE("status, analyst_id, assigned_at", "'in_progress', gen_random_uuid(), '2026-11-24Z'")},
    Break{"decisions_type_known", "23514", DECISION(HUMAN, "'guess', 'approved', 'final', '$U', repeat('r', 115)::bytea")},
    Break{"decisions_status_known", "23514", DECISION(HUMAN OVERRIDE, "'analyst_approve', 'approved', 'maybe', '$U', repeat('r', 115)::bytea" OVERRIDDEN)},
    Break{"decisions_outcome_fits_type", "23514", DECISION(HUMAN, "'analyst_decline', 'approved', 'final', '$U', repeat('r', 115)::bytea")},
    Break{"decisions_person_or_policy", "23514", DECISION("decision_type, outcome, status", "'analyst_approve', 'approved', 'final'")},
    Break{"decisions_person_or_policy", "23514", DECISION(HUMAN, "'auto_approve', 'approved', 'final', '$U', repeat('r', 115)::bytea")},
    Break{"decisions_texts_sealed", "23514", DECISION(HUMAN, "'analyst_approve', 'approved', 'final', '$U', NULL")},
    Break{"decisions_texts_sealed", "23514", DECISION(HUMAN, "'analyst_approve', 'approved', 'final', '$U', repeat('r', 64)::bytea")},
    Break{"decisions_texts_sealed", "23514", DECISION(HUMAN OVERRIDE, "'analyst_approve', 'approved', 'final', '$U', repeat('r', 114)::bytea" OVERRIDDEN)},
    Break{"decisions_texts_sealed", "23514", DECISION("decision_type, outcome, status, sealed_texts", "'auto_approve', 'approved', 'final', repeat('r', 115)::bytea")},
    Break{"decisions_conditions_fit_type", "23514", DECISION(HUMAN, "'analyst_approve_with_conditions', 'approved', 'final', '$U', repeat('r', 115)::bytea")},
    Break{"decisions_amount_positive", "23514", DECISION(HUMAN ", approved_amount_minor", APPROVED ", 0")},
    Break{"decisions_no_terms_when_declined", "23514", DECISION(HUMAN ", approved_amount_minor", "'analyst_decline', 'declined', 'final', '$U', repeat('r', 115)::bytea, 5")},
    Break{"decisions_override_whole", "23514", DECISION(HUMAN ", override_flag", APPROVED ", true")},
    Break{"decisions_override_whole", "23514", DECISION(HUMAN OVERRIDE, APPROVED ", true, 'model_decline_analyst_approve', NULL")},
    Break{"decisions_override_whole", "23514", DECISION(HUMAN, "'analyst_approve', 'approved', 'pending_approval', '$U', repeat('r', 115)::bytea")},
    Break{"decisions_override_direction_fits", "23514", DECISION(HUMAN OVERRIDE, APPROVED ", true, 'model_approve_analyst_decline', 'new_information'")},
    Break{"decisions_four_eyes", "23514", DECISION(HUMAN OVERRIDE ", override_approved_by, override_approved_at", APPROVED OVERRIDDEN ", '$U', '2026-11-24Z'")},
    Break{"decisions_approval_has_time", "23514", DECISION(HUMAN OVERRIDE ", override_approved_by", APPROVED OVERRIDDEN ", '$S'")},
    Break{"decisions_unsigned_has_deadline", "23514", DECISION(HUMAN OVERRIDE, WAITING OVERRIDDEN)},
    Break{"decisions_unsigned_not_final", "23514", DECISION(HUMAN DUE, APPROVED DUE_SOON)},
    Break{"decisions_signed_later", "23514", DECISION(HUMAN DUE ", override_approved_by, override_approved_at", APPROVED DUE_SOON ", '$S', '2026-11-24Z'")},
    Break{"decisions_rejected_by_somebody", "23514", DECISION(HUMAN DUE, "'analyst_approve', 'approved', 'rejected', '$U', repeat('r', 115)::bytea" DUE_SOON)},
    Break{"decisions_rejection_has_time", "23514", DECISION(HUMAN DUE ", override_rejected_by", "'analyst_approve', 'approved', 'rejected', '$U', repeat('r', 115)::bytea" DUE_SOON ", '$S'")},
    Break{"decisions_four_eyes_rejected", "23514", DECISION(HUMAN DUE, WAITING DUE_SOON) "; UPDATE decisions SET status = 'rejected', override_rejected_by = '$U', override_rejected_at = '2026-11-24Z'"},
    Break{"decisions_settled_once", "23514", DECISION(HUMAN DUE, WAITING DUE_SOON) "; UPDATE decisions SET status = 'withdrawn'; UPDATE decisions SET status = 'pending_approval'"},
    Break{"decisions_settled_once", "23514", DECISION(HUMAN, APPROVED) "; UPDATE decisions SET sealed_comment = repeat('c', 46)::bytea"},
    Break{"decisions_comment_sealed", "23514", DECISION(HUMAN DUE, WAITING DUE_SOON) "; UPDATE decisions SET sealed_comment = repeat('c', 45)::bytea"},
    Break{"decisions_override_kind_known", "23514", DECISION(HUMAN OVERRIDE ", override_kind", APPROVED OVERRIDDEN ", 'odd'")},
    Break{"decisions_override_kind_fits", "23514", DECISION(HUMAN ", override_kind", APPROVED ", 'inside_band'")},
    Break{"decision_conditions_change_has_person", "23514", DECISION(HUMAN, APPROVED) "; INSERT INTO decision_conditions (tenant_id, id, decision_id, position, type, status, created_at, updated_at) SELECT tenant_id, gen_random_uuid(), id, 0, 'other', 'waived', '2026-11-24Z', '2026-11-24Z' FROM decisions"},
    Break{"decision_conditions_note_sealed", "23514", DECISION(HUMAN, APPROVED) "; INSERT INTO decision_conditions (tenant_id, id, decision_id, position, type, sealed_note, created_at, updated_at) SELECT tenant_id, gen_random_uuid(), id, 0, 'other', repeat('n', 45)::bytea, '2026-11-24Z', '2026-11-24Z' FROM decisions"},
    Break{"applications_cancel_reason_fits", "23514", "UPDATE applications SET cancel_reason = 'other' WHERE id = '$A'"},
    Break{"decisions_decided_by_fkey", "23503", DECISION(HUMAN, "'analyst_approve', 'approved', 'final', gen_random_uuid(), repeat('r', 115)::bytea")},
    Break{"decision_thresholds_band", "23514", POLICY("version, created_by", "1, 'a'), ('$T', gen_random_uuid(), 720, 600, 720, 1, 84, 12, 8, 'all', '2026-11-24Z', '2026-11-24Z', 2, 'a'")},
    Break{"decision_thresholds_immutable", "23514", POLICY("version, created_by", "1, 'a'") "; UPDATE decision_thresholds SET auto_decline_max = 470"},
    Break{"decision_thresholds_simulated", "23514", POLICY("version, created_by, approved_by, approved_at, state", "1, 'a', 'b', '2026-11-24Z', 'approved'")},
    Break{"decision_thresholds_signed", "23514", POLICY("version, created_by, state", "1, 'a', 'approved'")},
    Break{"decision_thresholds_four_eyes", "23514", POLICY("version, created_by, approved_by, approved_at", "1, 'a', 'a', '2026-11-24Z'")},
    Break{"decision_thresholds_bootstrap_first", "23514", POLICY("version, created_by, approved_by, approved_at", "2, 'a', 'system:bootstrap', '2026-11-24Z'")},
    Break{"decision_thresholds_one_active", "23505", POLICY("simulation, version, created_by, approved_by, approved_at, activated_at, state", "'{}', 1, 'a', 'b', '2026-11-24Z', '2026-11-24Z', 'active'), ('$T', gen_random_uuid(), 480, 600, 720, 1, 84, 12, 8, 'all', '2026-11-24Z', '2026-11-24Z', '{}', 2, 'a', 'b', '2026-11-24Z', '2026-11-24Z', 'active'")},
    Break{"decision_thresholds_version_unique", "23505", POLICY("version, created_by", "3, 'a'), ('$T', gen_random_uuid(), 480, 600, 720, 1, 84, 12, 8, 'all', '2026-11-24Z', '2026-11-24Z', 3, 'a'")},
    Break{"audit_logs_actor_named", "23514", "INSERT INTO audit_logs (tenant_id, id, entity_type, entity_id, action, actor_type, occurred_at) VALUES ('$T', gen_random_uuid(), 'application', '$A', 'created', 'user', '2026-11-24Z')"},
    Break{"model_registry_four_eyes", "23514", "INSERT INTO model_registry (tenant_id, id, name, version, stage, algorithm, bundle_sha256, feature_set_version, created_by, promoted_by, promoted_at, created_at, updated_at) VALUES ('$T', gen_random_uuid(), 'm', 2, 'production', 'xgboost', repeat('a', 64), 'f', 'a', 'a', '2026-11-24Z', '2026-11-24Z', '2026-11-24Z')"},
    Break{"model_registry_bundle_form", "23514", "INSERT INTO model_registry (tenant_id, id, name, version, algorithm, bundle_sha256, feature_set_version, created_by, created_at, updated_at) VALUES ('$T', gen_random_uuid(), 'm', 1, 'xgboost', 'x', 'f', 'a', '2026-11-24Z', '2026-11-24Z')"},
    Break{"similar_cases_not_itself", "23514", "INSERT INTO similar_cases (tenant_id, id, application_id, similar_application_id, rank, distance, decision_outcome, computed_at) VALUES ('$T', gen_random_uuid(), '$A', '$A', 1, 0, 'approved', '2026-11-24Z')"},
    Break{"notifications_channels_known", "23514", "INSERT INTO notifications (tenant_id, id, user_id, kind, subject_type, subject_id, channels, created_at, updated_at) VALUES ('$T', gen_random_uuid(), '$U', 'k', 's', '$A', '{pigeon}', '2026-11-24Z', '2026-11-24Z')"},
    Break{"application_deadlines_ended_has_time", "23514", "INSERT INTO application_deadlines (tenant_id, application_id, kind, rule_pack, rule_version, started_at, due_on, due_at, state) VALUES ('$T', '$A', 'decision_notice', 'us-regb', 1, '2026-11-24Z', '2026-12-24', '2026-12-25Z', 'met')"},
    Break{"application_deadlines_steps_while_running", "23514", "INSERT INTO application_deadlines (tenant_id, application_id, kind, rule_pack, rule_version, started_at, due_on, due_at, next_step_at, state) VALUES ('$T', '$A', 'decision_notice', 'us-regb', 1, '2026-11-24Z', '2026-12-24', '2026-12-25Z', '2026-12-17Z', 'paused')"},
    Break{"application_deadlines_application_fkey", "23503", "INSERT INTO application_deadlines (tenant_id, application_id, kind, rule_pack, rule_version, started_at, due_on, due_at, state) VALUES ('$T', gen_random_uuid(), 'decision_notice', 'us-regb', 1, '2026-11-24Z', '2026-12-24', '2026-12-25Z', 'running')"},
    Break{"second_look_seeds_length", "23514", "INSERT INTO second_look_seeds (tenant_id, seed, created_at) VALUES ('$T', 'x', '2026-11-24Z')"},
    Break{"second_looks_another_decides", "23514", "INSERT INTO second_looks (tenant_id, id, application_id, decision_id, reason, state, decided_by, analyst_id, taken_at, created_at) VALUES ('$T', gen_random_uuid(), '$A', '$B', 'sample', 'taken', '$U', '$U', '2026-11-24Z', '2026-11-24Z')"},
    Break{"second_looks_third_settles", "23514", "INSERT INTO second_looks (tenant_id, id, application_id, decision_id, reason, state, decided_by, analyst_id, taken_at, outcome, sealed_reasoning, decided_at, settled_by, settled_outcome, sealed_settlement, settled_at, created_at) VALUES ('$T', gen_random_uuid(), '$A', '$B', 'sample', 'closed', '$U', '$S', '2026-11-24Z', 'approved', 'x', '2026-11-24Z', '$S', 'approved', 'x', '2026-11-24Z', '2026-11-24Z')"},
    Break{"second_looks_decided_whole", "23514", "INSERT INTO second_looks (tenant_id, id, application_id, decision_id, reason, state, decided_by, analyst_id, taken_at, outcome, created_at) VALUES ('$T', gen_random_uuid(), '$A', '$B', 'sample', 'disagreed', '$U', '$S', '2026-11-24Z', 'approved', '2026-11-24Z')"},
    Break{"webhooks_events_known", "23514", "INSERT INTO webhooks (tenant_id, id, url, events, created_by, created_at) VALUES ('$T', gen_random_uuid(), 'https://a', '{pigeon}', '$U', '2026-11-24Z')"},
    Break{"webhooks_events_known", "23514", "INSERT INTO webhooks (tenant_id, id, url, events, created_by, created_at) VALUES ('$T', gen_random_uuid(), 'https://a', '{}', '$U', '2026-11-24Z')"},
    Break{"webhooks_disabled_has_reason", "23514", "INSERT INTO webhooks (tenant_id, id, url, events, created_by, created_at, enabled) VALUES ('$T', gen_random_uuid(), 'https://a', '{sla_breached}', '$U', '2026-11-24Z', false)"},
    Break{"webhooks_failing_whole", "23514", "INSERT INTO webhooks (tenant_id, id, url, events, created_by, created_at, failures) VALUES ('$T', gen_random_uuid(), 'https://a', '{sla_breached}', '$U', '2026-11-24Z', 1)"},
    Break{"applicant_mails_kind_known", "23514", "INSERT INTO applicant_mails (tenant_id, id, application_id, kind, created_at) VALUES ('$T', gen_random_uuid(), '$A', 'odd', '2026-11-24Z')"},
    Break{"notification_preferences_language_known", "23514", "INSERT INTO notification_preferences (tenant_id, user_id, language, choices, chosen_at) VALUES ('$T', '$U', 'xx', '{}', '2026-11-24Z')"},
    Break{"notifications_failures_object", "23514", "INSERT INTO notifications (tenant_id, id, user_id, kind, subject_type, subject_id, failures, created_at, updated_at) VALUES ('$T', gen_random_uuid(), '$U', 'k', 's', '$A', '[]', '2026-11-24Z', '2026-11-24Z')"},
    Break{"loan_outcomes_outcome_known", "23514", "INSERT INTO loan_outcomes (tenant_id, id, application_id, outcome, observed_at, created_at, updated_at) VALUES ('$T', gen_random_uuid(), '$A', 'odd', '2026-11-24Z', '2026-11-24Z', '2026-11-24Z')"},
    Break{"protected_attributes_application_fkey", "23503", "INSERT INTO protected_attributes (tenant_id, application_id, created_at) VALUES ('$T', gen_random_uuid(), '2026-11-24Z')"},
    Break{"jobs_leased_when_running", "23514", "INSERT INTO jobs (id, queue, kind, state, run_at, created_at) VALUES (gen_random_uuid(), 'scoring', 'k', 'running', '2026-11-24Z', '2026-11-24Z')"},
    Break{"jobs_queue_known", "23514", "INSERT INTO jobs (id, queue, kind, run_at, created_at) VALUES (gen_random_uuid(), 'odd', 'k', '2026-11-24Z', '2026-11-24Z')"},
    Break{"jobs_unique_key", "23505", "INSERT INTO jobs (id, queue, kind, unique_key, run_at, created_at) SELECT gen_random_uuid(), 'scoring', 'k', 'same', '2026-11-24Z', '2026-11-24Z' FROM generate_series(1, 2)"},
};

const QString kA = QStringLiteral("00000000-0000-7000-8000-0000000000f1");
const QString kB = QStringLiteral("00000000-0000-7000-8000-0000000000f2");
const QString kQ = QStringLiteral("00000000-0000-7000-8000-0000000000e1");

QString filled(const char *statement)
{
    return QString::fromUtf8(statement)
        .replace(QStringLiteral("$T"), seed::kTenant)
        .replace(QStringLiteral("$A"), kA)
        .replace(QStringLiteral("$B"), kB)
        .replace(QStringLiteral("$Q"), kQ)
        .replace(QStringLiteral("$U"), seed::kAnalyst)
        .replace(QStringLiteral("$S"), seed::kSenior);
}

} // namespace

class TestConstraints : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void plan_1_1_2_constraintsWork_data();
    void plan_1_1_2_constraintsWork();
    void anApplicationIsDecidedOnce();
    void theDecidingPersonNeverApprovesByDirectSqlEither();
    void decisionsKeepTheirApplication();
    void auditEntriesStayAsTheyWereWritten();
    void anAnalystHasAtMostFiveActiveCasesUnderRaces();

private:
    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<SqlConsole> m_superuser;
    std::unique_ptr<SqlConsole> m_daemon;
};

void TestConstraints::initTestCase()
{
    m_database = std::make_unique<TestDatabase>();
    m_superuser = std::make_unique<SqlConsole>(m_database->superuserSettings());
    m_daemon = std::make_unique<SqlConsole>(m_database->daemonSettings());
    seed::fill(*m_superuser, 0);
    m_daemon->run(QStringLiteral("SELECT set_config('app.tenant_id', '%1', false)").arg(seed::kTenant));
    m_daemon->run(seed::insertApplication(seed::kTenant, kA, QStringLiteral("A")));
    m_daemon->run(seed::insertApplication(seed::kTenant, kB, QStringLiteral("B")));
    m_daemon->run(filled("INSERT INTO analyst_queues (tenant_id, id, application_id, priority, routing_reason, sla_warn_at, sla_deadline, created_at, "
                         "updated_at) VALUES ('$T', '$Q', '$A', 50, 'borderline_score', '2026-11-24Z', '2026-11-24Z', '2026-11-24Z', '2026-11-24Z')"));
}

void TestConstraints::plan_1_1_2_constraintsWork_data()
{
    QTest::addColumn<int>("number");
    for (std::size_t i = 0; i < kBreaks.size(); ++i)
        QTest::addRow("%s #%d", kBreaks[i].constraint, int(i)) << int(i);
}

void TestConstraints::plan_1_1_2_constraintsWork()
{
    QFETCH(int, number);
    const Break &row = kBreaks[std::size_t(number)];
    m_superuser->run(QStringLiteral("BEGIN"));
    const QString failure = m_superuser->failureOf(filled(row.statement));
    m_superuser->run(QStringLiteral("ROLLBACK"));
    QCOMPARE(failure, QStringLiteral("%1 %2").arg(QLatin1String(row.state), QLatin1String(row.constraint)));
}

void TestConstraints::anApplicationIsDecidedOnce()
{
    m_daemon->run(QStringLiteral("BEGIN"));
    m_daemon->run(filled(DECISION(HUMAN, APPROVED)));
    QCOMPARE(m_daemon->failureOf(filled(DECISION(HUMAN, APPROVED))), QStringLiteral("23505 decisions_one_final"));
    m_daemon->run(QStringLiteral("ROLLBACK"));
}

void TestConstraints::theDecidingPersonNeverApprovesByDirectSqlEither()
{
    m_daemon->run(QStringLiteral("BEGIN"));
    m_daemon->run(filled(DECISION(HUMAN DUE, WAITING DUE_SOON)));
    const QString approve = filled("UPDATE decisions SET status = 'final', override_approved_by = '$U', override_approved_at = '2026-11-24Z'");
    m_daemon->run(QStringLiteral("SAVEPOINT before"));
    QCOMPARE(m_daemon->failureOf(approve), QStringLiteral("23514 decisions_four_eyes"));
    m_daemon->run(QStringLiteral("ROLLBACK TO before"));
    // Nor can the daemon's role make somebody else the one who decided.
    QCOMPARE(m_daemon->failureOf(filled("UPDATE decisions SET decided_by = '$S'")), QStringLiteral("42501"));
    m_daemon->run(QStringLiteral("ROLLBACK TO before"));
    // Nor do without: neither a decision in force that nobody signed, nor one that no longer has to be.
    QCOMPARE(m_daemon->failureOf(QStringLiteral("UPDATE decisions SET status = 'final'")), QStringLiteral("23514 decisions_unsigned_not_final"));
    m_daemon->run(QStringLiteral("ROLLBACK TO before"));
    QCOMPARE(m_daemon->failureOf(QStringLiteral("UPDATE decisions SET status = 'final', approval_deadline = NULL")), QStringLiteral("42501"));
    m_daemon->run(QStringLiteral("ROLLBACK TO before"));
    QCOMPARE(m_daemon->failureOf(QString(approve).replace(seed::kAnalyst, seed::kSenior)), QString());
    m_daemon->run(QStringLiteral("ROLLBACK"));
}

void TestConstraints::decisionsKeepTheirApplication()
{
    m_superuser->run(QStringLiteral("BEGIN"));
    m_superuser->run(filled(DECISION(HUMAN, APPROVED)));
    QCOMPARE(m_superuser->failureOf(filled("DELETE FROM applications WHERE id = '$A'")).left(5), QStringLiteral("23503"));
    m_superuser->run(QStringLiteral("ROLLBACK"));
    for (const char *table : {"applications", "decisions", "scoring_results", "analyst_queues", "users", "loan_outcomes"})
        QCOMPARE(m_daemon->failureOf(QStringLiteral("DELETE FROM %1").arg(QLatin1String(table))), QStringLiteral("42501"));
}

void TestConstraints::auditEntriesStayAsTheyWereWritten()
{
    for (const char *attempt : {"UPDATE audit_logs SET action = 'x'", "DELETE FROM audit_logs", "TRUNCATE audit_logs"}) {
        QCOMPARE(m_daemon->failureOf(QLatin1String(attempt)), QStringLiteral("42501"));
        QCOMPARE(m_superuser->failureOf(QLatin1String(attempt)), QStringLiteral("23514 audit_logs_append_only"));
    }
}

void TestConstraints::anAnalystHasAtMostFiveActiveCasesUnderRaces()
{
    m_daemon->run(QString(R"(INSERT INTO persons (tenant_id, id, national_id_hash, wrapped_key, key_number, created_at)
        VALUES ('%1', '%1', decode(md5('race'), 'hex'), 'x', 1, '2026-11-24Z'))").arg(seed::kTenant));
    m_daemon->run(QString(R"(INSERT INTO applications (tenant_id, id, external_id, source, applicant_data, financial_data, amount_minor,
            currency, term_months, purpose, person_id, sealed_name, sealed_person, expires_at, created_at, updated_at)
        SELECT '%1', md5(n::text)::uuid, 'RACE-' || n, 'api', '{}', '{}', 1, 'RSD', 1, 'car', '%1', 'x', 'x', '2026-12-24Z', '2026-11-24Z', '2026-11-24Z'
          FROM generate_series(1, 24) AS n)").arg(seed::kTenant));
    m_daemon->run(QString(R"(INSERT INTO analyst_queues (tenant_id, id, application_id, priority, routing_reason, sla_warn_at, sla_deadline, created_at, updated_at)
        SELECT '%1', md5(n::text)::uuid, md5(n::text)::uuid, 50, 'borderline_score', '2026-11-24Z', '2026-11-24Z', '2026-11-24Z', '2026-11-24Z'
          FROM generate_series(1, 24) AS n)").arg(seed::kTenant));
    std::atomic<int> refused{0};
    std::vector<std::thread> threads;
    for (int worker = 0; worker < 8; ++worker) {
        threads.emplace_back([&, worker] {
            SqlConsole console(m_database->daemonSettings());
            console.run(QStringLiteral("SELECT set_config('app.tenant_id', '%1', false)").arg(seed::kTenant));
            for (int n = worker * 3 + 1; n <= worker * 3 + 3; ++n) {
                const QString failure = console.failureOf(
                    QStringLiteral("UPDATE analyst_queues SET status = 'assigned', analyst_id = '%1', assigned_at = '2026-11-24Z' "
                                   "WHERE id = md5('%2')::uuid").arg(seed::kAnalyst).arg(n));
                if (failure == QLatin1String("23514 analyst_queues_workload"))
                    ++refused;
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(m_superuser->value(QStringLiteral("SELECT count(*) FROM analyst_queues WHERE analyst_id = '%1' AND status = 'assigned'").arg(seed::kAnalyst)).toInt(), 5);
    QCOMPARE(refused.load(), 19);
}

QTEST_GUILESS_MAIN(TestConstraints)
#include "tst_constraints.moc"
