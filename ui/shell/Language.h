// The languages of the window, and switching between them.
#pragma once

#include <QList>
#include <QString>

namespace countersign {

struct Language {
    const char *code; ///< BCP 47, what is stored: `sr-Latn-RS`
    const char *name; ///< in the language itself
};

const QList<Language> &languages(); ///< the first one is English, in which the sources are written

/// From here on texts and numbers are in this language; windows that exist already do not change. An unknown code is English.
void useLanguage(const QString &code);

QString languageAfter(const QString &code); ///< the next one in the list
QString preferredLanguage();                ///< what the desktop suggests

} // namespace countersign
