// The words that most passwords are made of.
#pragma once

#include <QString>

namespace countersign {

/// Whether the text is one or several well-known passwords or words, one after the other, with nothing between, before or
/// behind them but digits and signs: `Welcome2024!`, `passwordpassword`, `P@ssw0rd-qwerty`, `123456789012`.
bool isMadeOfCommonWords(const QString &text);

} // namespace countersign
