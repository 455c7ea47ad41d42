// The daemon's configuration: one table of settings; defaults, file, environment, flags, in this order.
#pragma once

#include "core/base/Result.h"

#include <QHash>
#include <QStringList>

#include <span>

namespace countersign {

enum class SettingType { Text, Secret, Integer, Flag, TextList };

/// A row of the settings table; see kSettings in Settings.cpp.
struct Setting {
    const char *key; ///< `http.listen`
    SettingType type;
    const char *fallback; ///< as text; lists are separated by commas
    qint64 minimum;       ///< of an Integer
    qint64 maximum;
    const char *doc;
};

std::span<const Setting> settingsTable();

/// Checked values by key. Asking for a key that is not in the table is a programming error.
class Settings {
public:
    struct Sources {
        QString file;           ///< TOML; empty: none
        QStringList environment; ///< `COUNTERSIGN_HTTP__LISTEN=127.0.0.1:8400`; other variables are passed over
        QStringList flags;      ///< `http.listen=127.0.0.1:8400`
    };

    /// Invalid with every fault at once, one field error each: its path is the key, its message one line that says what
    /// to do. Unknown keys are faults and come with the nearest key that exists.
    static Result<Settings> load(const Sources &sources);

    QString text(const char *key) const;
    qint64 integer(const char *key) const;
    bool flag(const char *key) const;
    QStringList list(const char *key) const;

    /// `key = value` lines in the order of the table, with where each value came from; secrets are not shown.
    QString print() const;
    /// The table as a commented TOML file with the defaults.
    static QString sample();

private:
    struct Value {
        QString text;
        QString source; ///< `default`, `file`, `environment`, `flag`
    };
    QHash<QString, Value> m_values;
};

} // namespace countersign
