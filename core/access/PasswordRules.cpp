#include "core/access/PasswordRules.h"

#include "core/access/FirstGuesses.h"

#include <algorithm>

namespace countersign {

namespace {

constexpr int kShortestLocalPart = 4; ///< a shorter one is in too many words by chance
constexpr int kFewCharacters = 5;     ///< with fewer different ones there is nothing to guess

bool containsAddress(const QString &password, const QString &email)
{
    const QString local = email.section(QLatin1Char('@'), 0, 0);
    return local.size() >= kShortestLocalPart && password.contains(local, Qt::CaseInsensitive);
}

int differentCharacters(const QString &text)
{
    QList<uint> seen = text.toUcs4();
    std::sort(seen.begin(), seen.end());
    return int(std::unique(seen.begin(), seen.end()) - seen.begin());
}

QString messageOf(PasswordRule rule)
{
    switch (rule) {
    case PasswordRule::LongEnough:
        return QStringLiteral("must have at least %1 characters").arg(kMinPasswordLength);
    case PasswordRule::NotTooLong:
        return QStringLiteral("must have at most %1 bytes").arg(kMaxPasswordBytes);
    case PasswordRule::NotCommon:
        return QStringLiteral("is made of what is tried first");
    case PasswordRule::NotTheAddress:
        return QStringLiteral("must not contain the e-mail address");
    }
    return {};
}

/// In the order of PasswordRule.
constexpr std::array kCodes{"too_short", "too_long", "too_common", "contains_address"};

} // namespace

bool keepsRule(PasswordRule rule, const QString &password, const QString &email)
{
    switch (rule) {
    case PasswordRule::LongEnough:
        return password.toUcs4().size() >= kMinPasswordLength;
    case PasswordRule::NotTooLong:
        return password.toUtf8().size() <= kMaxPasswordBytes;
    case PasswordRule::NotCommon:
        return differentCharacters(password) >= kFewCharacters && !isMadeOfCommonWords(password);
    case PasswordRule::NotTheAddress:
        return !containsAddress(password, email);
    }
    return false;
}

std::optional<FieldError> passwordFault(const QString &password, const QString &email, const QString &path)
{
    for (const PasswordRule rule : kPasswordRules)
        if (!keepsRule(rule, password, email))
            return FieldError{path, QLatin1String(kCodes[std::size_t(rule)]), messageOf(rule)};
    return std::nullopt;
}

} // namespace countersign
