// What mails say, in the languages they are written in. Staff read ids, never who an applicant is.
#pragma once

#include "core/notify/Notice.h"

#include <QString>

#include <span>

namespace countersign {

enum class MailLanguage { English, Serbian };

template <>
inline constexpr auto enumTexts<MailLanguage> = std::array{
    EnumText{MailLanguage::English, "en"},
    EnumText{MailLanguage::Serbian, "sr"},
};

/// Of a BCP 47 locale; English for every language without texts.
MailLanguage mailLanguageOf(const QString &locale);

/// What the bank tells an applicant, when its settings say so.
enum class ApplicantMail { DecisionMade, DocumentsRequested };

template <>
inline constexpr auto enumTexts<ApplicantMail> = std::array{
    EnumText{ApplicantMail::DecisionMade, "decision_made"},
    EnumText{ApplicantMail::DocumentsRequested, "documents_requested"},
};

struct MailText {
    QString subject;
    QString text;
};

struct MailFacts {
    QString externalId; ///< of the application; empty when the mail is about something else
    QString bank;
};

MailText mailTextOf(NoticeKind kind, MailLanguage language, const MailFacts &facts);
/// Says that there is a decision, not which: that is told where it is known who reads.
MailText mailTextOf(ApplicantMail kind, MailLanguage language, const MailFacts &facts);

/// `{external_id}` and `{bank}`, in one pass: a value that looks like a place stays as it is.
QString filled(const QString &text, const MailFacts &facts);

} // namespace countersign
