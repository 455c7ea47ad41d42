#include "ui/client/Sentences.h"

#include "ui/client/Problem.h"

#include <QCoreApplication>

#include <array>
#include <optional>

namespace countersign {

namespace {

struct Sentence {
    const char *reason;
    const char *text;
    std::optional<ErrorCode> only = {}; ///< with this code; such a row stands before the one for all others
};

// By the reason that the daemon gives. tests/lint/checks/reasons.py finds what it gives and is not here.
constexpr std::array kReasons{
    Sentence{"unreachable", QT_TRANSLATE_NOOP("Sentences", "The server does not answer. Try again when the connection is back.")},
    Sentence{kOutcomeUnknown, QT_TRANSLATE_NOOP("Sentences", "The server did not answer. It is not known whether this was done: look again before you repeat it.")},
    Sentence{"invalid_credentials", QT_TRANSLATE_NOOP("Sentences", "The password or the code is not right. After five failures one has to wait a minute, then longer."), ErrorCode::Forbidden},
    Sentence{"invalid_credentials", QT_TRANSLATE_NOOP("Sentences", "The address or the password is not right. If your address is used at several banks, name yours as well. After five failures one has to wait a minute, then longer.")},
    Sentence{"totp_required", QT_TRANSLATE_NOOP("Sentences", "Enter the code that your authenticator app shows now.")},
    Sentence{"invalid_totp", QT_TRANSLATE_NOOP("Sentences", "This code is not right, or it was used already. Wait for the next one.")},
    Sentence{"password_change_required", QT_TRANSLATE_NOOP("Sentences", "Choose a password of your own first.")},
    Sentence{"step_up_required", QT_TRANSLATE_NOOP("Sentences", "This has to be confirmed by your password or a code.")},
    Sentence{"step_up_cancelled", QT_TRANSLATE_NOOP("Sentences", "Nothing was done, because it was not confirmed.")},
    Sentence{"user_inactive", QT_TRANSLATE_NOOP("Sentences", "This account has been switched off. An administrator can switch it on again.")},
    Sentence{"token_revoked", QT_TRANSLATE_NOOP("Sentences", "The session has ended. Sign in again; what you typed is still here.")},
    Sentence{"token_expired", QT_TRANSLATE_NOOP("Sentences", "The session has ended. Sign in again; what you typed is still here.")},
    Sentence{"invalid_token", QT_TRANSLATE_NOOP("Sentences", "The session has ended. Sign in again; what you typed is still here.")},
    Sentence{"invalid_refresh_token", QT_TRANSLATE_NOOP("Sentences", "The session has ended. Sign in again; what you typed is still here.")},
    Sentence{"unauthenticated", QT_TRANSLATE_NOOP("Sentences", "The session has ended. Sign in again; what you typed is still here.")},
    Sentence{"signed_out", QT_TRANSLATE_NOOP("Sentences", "The session has ended. Sign in again; what you typed is still here.")},
    Sentence{"stale_version", QT_TRANSLATE_NOOP("Sentences", "Somebody changed this meanwhile. What you typed is kept; look at it again before you submit.")},
    Sentence{"not_yours", QT_TRANSLATE_NOOP("Sentences", "Somebody else works on this case now. What you typed is kept.")},
    Sentence{"not_started", QT_TRANSLATE_NOOP("Sentences", "Start the review of this case before you decide it.")},
    Sentence{"not_in_review", QT_TRANSLATE_NOOP("Sentences", "This case is not in review any more.")},
    Sentence{"already_decided", QT_TRANSLATE_NOOP("Sentences", "This case has been decided already.")},
    Sentence{"workload_full", QT_TRANSLATE_NOOP("Sentences", "You have five active cases already. Finish or release one first.")},
    Sentence{"transition_not_allowed", QT_TRANSLATE_NOOP("Sentences", "This is not possible in the state that the case is in now.")},
    Sentence{"own_decision", QT_TRANSLATE_NOOP("Sentences", "You decided this yourself. Somebody else has to sign it.")},
    Sentence{"not_waiting", QT_TRANSLATE_NOOP("Sentences", "This decision does not wait for a signature any more.")},
    Sentence{"not_in_force", QT_TRANSLATE_NOOP("Sentences", "The decision is not in force: its conditions do not count yet, or no longer.")},
    Sentence{"second_look_not_open", QT_TRANSLATE_NOOP("Sentences", "This case has been decided a second time already, or there is nothing to settle.")},
    Sentence{"cannot_be_blind", QT_TRANSLATE_NOOP("Sentences", "You may read the record of every case, so you cannot decide one again without knowing its first decision.")},
    Sentence{"needs_third_person", QT_TRANSLATE_NOOP("Sentences", "You have decided or signed this case. A third person says which decision was right.")},
    Sentence{"condition_settled", QT_TRANSLATE_NOOP("Sentences", "What became of this condition is settled.")},
    Sentence{"step_up_required", QT_TRANSLATE_NOOP("Sentences", "Prove once more who you are to do this.")},
    Sentence{"no_active_policy", QT_TRANSLATE_NOOP("Sentences", "No policy is in force. An administrator has to publish one.")},
    Sentence{"invalid_policy", QT_TRANSLATE_NOOP("Sentences", "This policy contradicts itself; what is wrong is marked.")},
    Sentence{"four_eyes", QT_TRANSLATE_NOOP("Sentences", "Whoever made this cannot approve it. Ask somebody else for the second signature.")},
    Sentence{"bad_transition", QT_TRANSLATE_NOOP("Sentences", "This is not possible in its present state. Refresh and look again.")},
    Sentence{"recused", QT_TRANSLATE_NOOP("Sentences", "This analyst has stood back from this case. Choose somebody else.")},
    Sentence{"above_authority", QT_TRANSLATE_NOOP("Sentences", "The amount is above what this analyst may decide. Choose a senior analyst.")},
    Sentence{"not_dead", QT_TRANSLATE_NOOP("Sentences", "This job has not failed for good; only such jobs are run again.")},
    Sentence{"own_rights", QT_TRANSLATE_NOOP("Sentences", "Nobody changes the own role and rights or switches the own account off. Ask another administrator.")},
    Sentence{"beyond_own_rights", QT_TRANSLATE_NOOP("Sentences", "You cannot give rights that you do not have, nor change the account of somebody who has more.")},
    Sentence{"last_administrator", QT_TRANSLATE_NOOP("Sentences", "A bank must not be left without an administrator. Make somebody else one first.")},
    Sentence{"own_password", QT_TRANSLATE_NOOP("Sentences", "Change your own password in your account.")},
    Sentence{"duplicate_email", QT_TRANSLATE_NOOP("Sentences", "There is a user with this address already.")},
    Sentence{"too_many_webhooks", QT_TRANSLATE_NOOP("Sentences", "There are twenty webhooks already. Remove one that is not needed first.")},
    Sentence{"duplicate_slug", QT_TRANSLATE_NOOP("Sentences", "There is a bank with this short name already.")},
    Sentence{"duplicate_external_id", QT_TRANSLATE_NOOP("Sentences", "There is an application with this number already.")},
    Sentence{"reserved_tenant", QT_TRANSLATE_NOOP("Sentences", "The platform's own bank cannot be switched off.")},
    Sentence{"currency_in_use", QT_TRANSLATE_NOOP("Sentences", "There are amounts in the present currency already, so it stays.")},
    Sentence{"documents_closed", QT_TRANSLATE_NOOP("Sentences", "The application has ended. It takes no more documents.")},
    Sentence{"document_request_closed", QT_TRANSLATE_NOOP("Sentences", "These documents are not asked for any more. Reload the case.")},
    Sentence{"too_many_documents", QT_TRANSLATE_NOOP("Sentences", "The application has as many documents as it may have.")},
    Sentence{"unsupported_document", QT_TRANSLATE_NOOP("Sentences", "Only whole PDF, JPEG, PNG and TIFF files are taken.")},
    Sentence{"document_type_mismatch", QT_TRANSLATE_NOOP("Sentences", "The name of the file does not fit what is in it.")},
    Sentence{"document_quarantined", QT_TRANSLATE_NOOP("Sentences", "The document is still being scanned for malware. Try again in a minute.")},
    Sentence{"document_infected", QT_TRANSLATE_NOOP("Sentences", "Malware was found in the document. It is not given out.")},
    Sentence{"scanner_failed", QT_TRANSLATE_NOOP("Sentences", "The scanner for malware does not answer.")},
    Sentence{"not_editable", QT_TRANSLATE_NOOP("Sentences", "The application is scored already and cannot be corrected any more.")},
    Sentence{"too_many_notes", QT_TRANSLATE_NOOP("Sentences", "The case has as many notes as it may have.")},
    Sentence{"person_erased", QT_TRANSLATE_NOOP("Sentences", "The applicant's personal data was erased. Nothing more can be written about this case.")},
    Sentence{"person_has_open_applications", QT_TRANSLATE_NOOP("Sentences", "This person has applications that have not ended. Decide or cancel them first.")},
    Sentence{"privacy_key_missing", QT_TRANSLATE_NOOP("Sentences", "The server cannot read personal data at the moment. Its operator has to restore a key.")},
    Sentence{"privacy_key_retired", QT_TRANSLATE_NOOP("Sentences", "The server cannot store personal data at the moment. Its operator has to give it the new key.")},
    Sentence{"totp_enabled", QT_TRANSLATE_NOOP("Sentences", "One-time codes are switched on already.")},
    Sentence{"totp_not_begun", QT_TRANSLATE_NOOP("Sentences", "The set-up was begun anew elsewhere. Begin again.")},
    Sentence{"totp_not_enabled", QT_TRANSLATE_NOOP("Sentences", "One-time codes are switched off already.")},
    Sentence{"totp_unavailable", QT_TRANSLATE_NOOP("Sentences", "This server has no key for one-time codes. Its operator can make one.")},
    Sentence{"already_created", QT_TRANSLATE_NOOP("Sentences", "This was created already when you sent it before. Refresh the list.")},
    Sentence{"idempotency_in_flight", QT_TRANSLATE_NOOP("Sentences", "This is being done already. Wait a moment.")},
    Sentence{"overloaded", QT_TRANSLATE_NOOP("Sentences", "The server is busy. Try again in a moment.")},
    Sentence{"too_many_connections", QT_TRANSLATE_NOOP("Sentences", "The server is busy. Try again in a moment.")},
};

// By the kind of error, for a reason that this program does not know.
struct Kind {
    ErrorCode code;
    const char *text;
};
constexpr std::array kKinds{
    Kind{ErrorCode::Malformed, QT_TRANSLATE_NOOP("Sentences", "The server and this program do not understand each other. Check that both have the same version.")},
    Kind{ErrorCode::Unauthenticated, QT_TRANSLATE_NOOP("Sentences", "The session has ended. Sign in again; what you typed is still here.")},
    Kind{ErrorCode::Forbidden, QT_TRANSLATE_NOOP("Sentences", "You do not have the right to do this. An administrator can grant it.")},
    Kind{ErrorCode::NotFound, QT_TRANSLATE_NOOP("Sentences", "This does not exist, or you may not see it.")},
    Kind{ErrorCode::MethodNotAllowed, QT_TRANSLATE_NOOP("Sentences", "The server and this program do not understand each other. Check that both have the same version.")},
    Kind{ErrorCode::UnsupportedMedia, QT_TRANSLATE_NOOP("Sentences", "The server and this program do not understand each other. Check that both have the same version.")},
    Kind{ErrorCode::HeadersTooLarge, QT_TRANSLATE_NOOP("Sentences", "The server and this program do not understand each other. Check that both have the same version.")},
    Kind{ErrorCode::PayloadTooLarge, QT_TRANSLATE_NOOP("Sentences", "This is more than the server takes at once.")},
    Kind{ErrorCode::VersionRequired, QT_TRANSLATE_NOOP("Sentences", "This changed meanwhile. Look at it again and repeat what you did.")},
    Kind{ErrorCode::Conflict, QT_TRANSLATE_NOOP("Sentences", "This changed meanwhile. Look at it again and repeat what you did.")},
    Kind{ErrorCode::Invalid, QT_TRANSLATE_NOOP("Sentences", "Some fields are not right; they are marked.")},
    Kind{ErrorCode::TooManyRequests, QT_TRANSLATE_NOOP("Sentences", "Too many requests in a short time. Wait a moment and try again.")},
    Kind{ErrorCode::Timeout, QT_TRANSLATE_NOOP("Sentences", "The answer took too long. Try again.")},
    Kind{ErrorCode::Unavailable, QT_TRANSLATE_NOOP("Sentences", "The server cannot do this at the moment. Try again in a moment.")},
};

// By the code of a field's fault.
constexpr std::array kFaults{
    Sentence{"required", QT_TRANSLATE_NOOP("Sentences", "This is needed.")},
    Sentence{"too_short", QT_TRANSLATE_NOOP("Sentences", "This is too short.")},
    Sentence{"too_long", QT_TRANSLATE_NOOP("Sentences", "This is too long.")},
    Sentence{"must_be_positive", QT_TRANSLATE_NOOP("Sentences", "This must be more than 0.")},
    Sentence{"above_request", QT_TRANSLATE_NOOP("Sentences", "This is more than the applicant asked for.")},
    Sentence{"not_reduced", QT_TRANSLATE_NOOP("Sentences", "A reduction has to be below the request.")},
    Sentence{"too_many_decimals", QT_TRANSLATE_NOOP("Sentences", "The currency has fewer decimals.")},
    Sentence{"out_of_range", QT_TRANSLATE_NOOP("Sentences", "This is outside of what is possible.")},
    Sentence{"in_the_past", QT_TRANSLATE_NOOP("Sentences", "This day has passed.")},
    Sentence{"does_not_fit", QT_TRANSLATE_NOOP("Sentences", "This argues for the other outcome.")},
    Sentence{"duplicate", QT_TRANSLATE_NOOP("Sentences", "This is named twice.")},
    Sentence{"unchanged", QT_TRANSLATE_NOOP("Sentences", "This is the one that you have now.")},
    Sentence{"too_common", QT_TRANSLATE_NOOP("Sentences", "This is made of words and numbers that are tried first.")},
    Sentence{"contains_address", QT_TRANSLATE_NOOP("Sentences", "This contains your e-mail address.")},
    Sentence{"not_allowed", QT_TRANSLATE_NOOP("Sentences", "This is not possible here.")},
    Sentence{"granted_too", QT_TRANSLATE_NOOP("Sentences", "This is granted and denied at once.")},
    Sentence{"not_grantable", QT_TRANSLATE_NOOP("Sentences", "This cannot be granted.")},
    Sentence{"not_in_this_tenant", QT_TRANSLATE_NOOP("Sentences", "This role does not exist at this bank.")},
    Sentence{"unknown", QT_TRANSLATE_NOOP("Sentences", "This is not known.")},
    Sentence{"bad_format", QT_TRANSLATE_NOOP("Sentences", "This is not written as it has to be.")},
    Sentence{"must_be_in_future", QT_TRANSLATE_NOOP("Sentences", "This has to be in the future.")},
};

template <class Table>
const char *find(const Table &table, const QString &reason, std::optional<ErrorCode> code = {})
{
    for (const Sentence &row : table)
        if (reason == QLatin1String(row.reason) && (!row.only || row.only == code))
            return row.text;
    return nullptr;
}

QString translated(const char *text)
{
    return QCoreApplication::translate("Sentences", text);
}

} // namespace

QString sentenceFor(const Error &error)
{
    if (const char *text = find(kReasons, error.reason, error.code))
        return translated(text);
    for (const Kind &kind : kKinds)
        if (kind.code == error.code)
            return translated(kind.text);
    const QString sorry = translated(QT_TRANSLATE_NOOP("Sentences", "Something went wrong in the server. Nothing was changed."));
    if (error.detail.isEmpty())
        return sorry;
    return sorry + QLatin1Char(' ') + translated(QT_TRANSLATE_NOOP("Sentences", "Tell the operator this number: %1")).arg(error.detail);
}

QString sentenceFor(const FieldError &fault)
{
    const char *text = find(kFaults, fault.code);
    return text ? translated(text) : translated(QT_TRANSLATE_NOOP("Sentences", "This is not right."));
}

} // namespace countersign
