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

} // namespace

std::optional<FieldError> passwordFault(const QString &password, const QString &email, const QString &path)
{
    const auto fault = [&path](const char *code, const QString &message) {
        return FieldError{path, QLatin1String(code), message};
    };
    if (password.toUcs4().size() < kMinPasswordLength)
        return fault("too_short", QStringLiteral("must have at least %1 characters").arg(kMinPasswordLength));
    if (password.toUtf8().size() > kMaxPasswordBytes)
        return fault("too_long", QStringLiteral("must have at most %1 bytes").arg(kMaxPasswordBytes));
    if (differentCharacters(password) < kFewCharacters || isMadeOfCommonWords(password))
        return fault("too_common", QStringLiteral("is made of what is tried first"));
    if (containsAddress(password, email))
        return fault("contains_address", QStringLiteral("must not contain the e-mail address"));
    return std::nullopt;
}

} // namespace countersign
