// What a person chose about the window, kept between two starts. Nothing about cases or people.
#pragma once

#include "ui/widgets/Theme.h"

#include <QString>

#include <optional>

class QSettings;

namespace countersign {

class Preferences {
public:
    explicit Preferences(QSettings &store) : m_store(store) {}

    std::optional<ThemeKind> theme() const; ///< nothing: what the desktop suggests
    void setTheme(ThemeKind theme);
    QString language() const;
    void setLanguage(const QString &code);
    QString lastEmail() const;
    void setLastEmail(const QString &email);

private:
    QSettings &m_store;
};

} // namespace countersign
