#include "ui/shell/Preferences.h"

#include "ui/shell/Language.h"

#include <QSettings>

namespace countersign {

namespace {

constexpr char kTheme[] = "window/theme";
constexpr char kLanguage[] = "window/language";
constexpr char kEmail[] = "signin/email";

} // namespace

std::optional<ThemeKind> Preferences::theme() const
{
    const QString stored = m_store.value(QLatin1String(kTheme)).toString();
    if (stored == QLatin1String("dark"))
        return ThemeKind::Dark;
    return stored == QLatin1String("light") ? std::optional(ThemeKind::Light) : std::nullopt;
}

void Preferences::setTheme(ThemeKind theme)
{
    m_store.setValue(QLatin1String(kTheme), theme == ThemeKind::Dark ? QStringLiteral("dark") : QStringLiteral("light"));
}

QString Preferences::language() const
{
    return m_store.value(QLatin1String(kLanguage), preferredLanguage()).toString();
}

void Preferences::setLanguage(const QString &code)
{
    m_store.setValue(QLatin1String(kLanguage), code);
}

QString Preferences::lastEmail() const
{
    return m_store.value(QLatin1String(kEmail)).toString();
}

void Preferences::setLastEmail(const QString &email)
{
    m_store.setValue(QLatin1String(kEmail), email);
}

} // namespace countersign
