#include "ui/shell/Language.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

#include <algorithm>

namespace countersign {

const QList<Language> &languages()
{
    static const QList<Language> list{
        {"en", "English"},
        {"sr-Latn-RS", "Srpski"},
    };
    return list;
}

namespace {

qsizetype indexOf(const QString &code)
{
    const auto found = std::find_if(languages().begin(), languages().end(),
                                    [&code](const Language &language) { return code == QLatin1String(language.code); });
    return found == languages().end() ? 0 : found - languages().begin();
}

} // namespace

void useLanguage(const QString &code)
{
    static QTranslator translator;
    const Language &language = languages()[indexOf(code)];
    QCoreApplication::removeTranslator(&translator);
    // Numbers and dates are those of the country in every language: an amount must not be read in two ways. Made
    // explicitly, since in Qt 6.4 the name `sr_RS@latin` turns into Cyrillic.
    QLocale::setDefault(QLocale(QLocale::Serbian, QLocale::LatinScript, QLocale::Serbia));
    const QString file = QStringLiteral(":/i18n/countersign_%1.qm").arg(QString::fromLatin1(language.code).replace(QLatin1Char('-'), QLatin1Char('_')));
    if (translator.load(file))
        QCoreApplication::installTranslator(&translator);
}

QString languageAfter(const QString &code)
{
    return QLatin1String(languages()[(indexOf(code) + 1) % languages().size()].code);
}

QString preferredLanguage()
{
    return QLocale::system().language() == QLocale::Serbian ? QStringLiteral("sr-Latn-RS") : QStringLiteral("en");
}

} // namespace countersign
