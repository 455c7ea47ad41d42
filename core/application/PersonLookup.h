// The forms in which a person's numbers and addresses are compared: what people write differently is the same here.
#pragma once

#include <QString>

namespace countersign {

QString nationalIdForm(const QString &text); ///< `1503 985-710001` becomes `1503985710001`; letters become capitals
QString emailForm(const QString &text);      ///< small letters, without spaces around
QString phoneForm(const QString &text);      ///< `+381 64 123-4567` becomes `+381641234567`

/// What a typed search could be, so that only the fitting hashes are looked up.
bool looksLikeNationalId(const QString &text); ///< letters and digits, at least five, at least one of them a digit
bool looksLikeEmail(const QString &text);
bool looksLikePhone(const QString &text); ///< in the international form, with a plus

} // namespace countersign
