#include "server/ops/Settings.h"

#include <QFile>

#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <sstream>

namespace countersign {

namespace {

using enum SettingType;
constexpr qint64 kNoLimit = 1'000'000'000;

constexpr std::array kSettings{
    Setting{"http.listen", Text, "127.0.0.1:8400", 0, 0, "address and port to serve on; [::1]:8400 for IPv6"},
    Setting{"http.cors_origins", TextList, "", 0, 0, "origins of web pages that may call the API"},
    Setting{"http.tls_certificate", Text, "", 0, 0, "PEM file; with tls_key: serve HTTPS (reloaded on SIGHUP)"},
    Setting{"http.tls_key", Text, "", 0, 0, "PEM file of the private key"},
    Setting{"http.workers", Integer, "4", 1, 64, "threads that answer requests, each with one database connection"},
    Setting{"http.queue", Integer, "256", 1, 100'000, "requests that may wait for a thread before 503"},
    Setting{"http.connections", Integer, "4096", 1, 100'000, "connections at once"},
    Setting{"http.connections_per_address", Integer, "512", 1, 100'000, "of them from one address"},
    Setting{"http.requests_per_second", Integer, "200", 1, kNoLimit, "of one signed-in principal, before 429"},
    Setting{"http.drain_seconds", Integer, "30", 1, 600, "for accepted requests when the daemon stops"},
    Setting{"database.private_dir", Text, "", 0, 0, "folder of a PostgreSQL of one's own; else host and the rest count"},
    Setting{"database.host", Text, "", 0, 0, "name, address or socket folder of PostgreSQL"},
    Setting{"database.port", Integer, "5432", 1, 65'535, "of PostgreSQL"},
    Setting{"database.name", Text, "countersign", 0, 0, "of the database"},
    Setting{"database.user", Text, "countersign_daemon", 0, 0, "role of the daemon: owns nothing, bound by policies"},
    Setting{"database.password", Secret, "", 0, 0, "of that role; better in the environment than in the file"},
    Setting{"database.ssl_mode", Text, "", 0, 0, "libpq's sslmode: require, verify-full ..."},
    Setting{"database.statement_timeout_seconds", Integer, "30", 1, 3600, "for one statement"},
    Setting{"auth.access_token_minutes", Integer, "10", 1, 60, "how long an access token is good"},
    Setting{"auth.session_idle_minutes", Integer, "30", 1, 1440, "a session ends when it was not used for so long"},
    Setting{"auth.session_hours", Integer, "12", 1, 168, "a session ends in any case"},
    Setting{"auth.key_file", Text, "", 0, 0, "keys that sign access tokens (reloaded on SIGHUP); made in private_dir when empty"},
    Setting{"auth.code_key_file", Text, "", 0, 0, "32 random bytes that seal secrets of one-time codes; made in private_dir when empty"},
    Setting{"audit.checkpoint_dir", Text, "", 0, 0, "folder of signed checkpoints, best on another machine; made beside auth.key_file when empty"},
    Setting{"audit.key_file", Text, "", 0, 0, "32 random bytes that sign them; made beside auth.key_file when empty"},
    Setting{"privacy.key_file", Text, "", 0, 0, "keys to personal data (docs/operations.md); made in private_dir when empty"},
    Setting{"privacy.purge_hours", Integer, "0", 0, 8760, "hours between runs that erase what retention asks to; 0: only countersignctl privacy purge does"},
    Setting{"documents.scanner", TextList, "", 0, 0, "program and arguments that read a file from standard input and end with 0 (clean) or 1 (malware); empty: files are not scanned"},
    Setting{"documents.scan_seconds", Integer, "60", 1, 600, "after so long a scan has failed; it is tried again"},
    Setting{"scoring.model", Text, "", 0, 0, "folder of the model bundle; without one every case goes to a person"},
    Setting{"scoring.threads", Integer, "1", 1, 64, "threads that score"},
    Setting{"scoring.batch", Integer, "256", 1, 5000, "applications scored in one transaction"},
    Setting{"jobs.threads", Integer, "2", 1, 64, "threads that run the jobs of the default queue"},
    Setting{"jobs.notification_threads", Integer, "4", 1, 64, "threads that send mails and webhooks"},
    Setting{"mail.host", Text, "", 0, 0, "mail server (SMTP); empty: no mails are sent"},
    Setting{"mail.port", Integer, "587", 1, 65'535, "of the mail server"},
    Setting{"mail.security", Text, "starttls", 0, 0, "starttls, tls (from the first byte, often port 465) or none"},
    Setting{"mail.from", Text, "", 0, 0, "address that mails come from"},
    Setting{"mail.user", Text, "", 0, 0, "at the mail server; empty: it asks nobody"},
    Setting{"mail.password_file", Text, "", 0, 0, "file with that user's password"},
    Setting{"mail.ca_file", Text, "", 0, 0, "PEM file of the authorities to trust; empty: the system's"},
    Setting{"mail.timeout_seconds", Integer, "30", 1, 300, "for one mail"},
    Setting{"webhooks.allow_http", Flag, "false", 0, 0, "receivers may be reached without TLS"},
    Setting{"webhooks.allowed_networks", TextList, "", 0, 0, "networks that receivers may be in beside the public ones: 10.20.0.0/16"},
    Setting{"webhooks.ca_file", Text, "", 0, 0, "PEM file of the authorities to trust; empty: the system's"},
    Setting{"webhooks.timeout_seconds", Integer, "10", 1, 60, "for one message"},
    Setting{"logging.level", Text, "info", 0, 0, "trace, debug, info, warn, error"},
    Setting{"logging.format", Text, "text", 0, 0, "text or json"},
    Setting{"demo.clock_lag_minutes", Integer, "0", 0, 10'000, "the business clock starts so far back and catches up from the first application on"},
    Setting{"demo.clock_catch_up_seconds", Integer, "5", 1, 3600, "within this time"},
};

const Setting *find(const QString &key)
{
    const auto row = std::find_if(kSettings.begin(), kSettings.end(), [&key](const Setting &setting) { return key == QLatin1String(setting.key); });
    return row == kSettings.end() ? nullptr : row;
}

/// Levenshtein 1966; keys are short.
int editDistance(const QString &a, const QString &b)
{
    QList<int> previous(b.size() + 1);
    for (int j = 0; j <= b.size(); ++j)
        previous[j] = j;
    for (int i = 1; i <= a.size(); ++i) {
        QList<int> current{i};
        for (int j = 1; j <= b.size(); ++j)
            current.append(std::min({previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)}));
        previous = current;
    }
    return previous.last();
}

QString nearestKey(const QString &key)
{
    const auto nearest = std::min_element(kSettings.begin(), kSettings.end(), [&key](const Setting &a, const Setting &b) {
        return editDistance(key, QLatin1String(a.key)) < editDistance(key, QLatin1String(b.key));
    });
    return QLatin1String(nearest->key);
}

using Faults = QList<FieldError>;
using Texts = QList<QPair<QString, QString>>;

void addToml(const toml::table &table, const QString &prefix, Texts &texts)
{
    for (const auto &[key, node] : table) {
        const QString path = prefix + QString::fromUtf8(std::string(key.str()).c_str());
        if (const auto *inner = node.as_table()) {
            addToml(*inner, path + QLatin1Char('.'), texts);
        } else if (const auto *array = node.as_array()) {
            QStringList items;
            for (const auto &item : *array)
                items.append(QString::fromStdString(item.value_or(std::string())));
            texts.append({path, items.join(QLatin1Char(','))});
        } else if (const auto *string = node.as_string()) {
            texts.append({path, QString::fromStdString(string->get())});
        } else {
            std::ostringstream out;
            node.visit([&out](const auto &value) { out << value; });
            texts.append({path, QString::fromStdString(out.str())});
        }
    }
}

Texts readFile(const QString &path, Faults &faults)
{
    Texts texts;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        faults.append({path, QStringLiteral("unreadable"), QStringLiteral("cannot be read: %1").arg(file.errorString())});
        return texts;
    }
    try {
        addToml(toml::parse(file.readAll().toStdString()), QString(), texts);
    } catch (const toml::parse_error &error) {
        faults.append({path, QStringLiteral("malformed"),
                       QStringLiteral("line %1: %2").arg(error.source().begin.line).arg(QString::fromUtf8(error.description().data(), qsizetype(error.description().size())))});
    }
    return texts;
}

Texts readEnvironment(const QStringList &environment)
{
    Texts texts;
    const QLatin1String prefix("COUNTERSIGN_");
    for (const QString &variable : environment) {
        const QString name = variable.section(QLatin1Char('='), 0, 0);
        if (name.startsWith(prefix) && name.contains(QLatin1String("__")))
            texts.append({name.mid(prefix.size()).toLower().replace(QLatin1String("__"), QLatin1String(".")), variable.section(QLatin1Char('='), 1)});
    }
    return texts;
}

QString faultOf(const Setting &setting, const QString &text)
{
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    if (setting.type == Integer && !isNumber)
        return QStringLiteral("must be a whole number, not '%1'").arg(text);
    if (setting.type == Integer && (number < setting.minimum || number > setting.maximum))
        return QStringLiteral("must be from %1 to %2, not %3").arg(setting.minimum).arg(setting.maximum).arg(number);
    if (setting.type == Flag && text != QLatin1String("true") && text != QLatin1String("false"))
        return QStringLiteral("must be true or false, not '%1'").arg(text);
    return QString();
}

} // namespace

std::span<const Setting> settingsTable()
{
    return kSettings;
}

Result<Settings> Settings::load(const Sources &sources)
{
    Settings settings;
    Faults faults;
    for (const Setting &setting : kSettings)
        settings.m_values.insert(QLatin1String(setting.key), {QString::fromUtf8(setting.fallback), QStringLiteral("default")});
    const auto apply = [&](const Texts &texts, const QString &source) {
        for (const auto &[key, text] : texts) {
            const Setting *setting = find(key);
            if (!setting) {
                faults.append({key, QStringLiteral("unknown"), QStringLiteral("is no setting (%1); did you mean %2?").arg(source, nearestKey(key))});
                continue;
            }
            const QString fault = faultOf(*setting, text);
            if (!fault.isEmpty())
                faults.append({key, QStringLiteral("bad_value"), fault + QStringLiteral(" (%1)").arg(source)});
            settings.m_values.insert(key, {text, source});
        }
    };
    if (!sources.file.isEmpty())
        apply(readFile(sources.file, faults), QStringLiteral("file"));
    apply(readEnvironment(sources.environment), QStringLiteral("environment"));
    Texts flags;
    for (const QString &flag : sources.flags)
        flags.append({flag.section(QLatin1Char('='), 0, 0), flag.section(QLatin1Char('='), 1)});
    apply(flags, QStringLiteral("flag"));
    if (!faults.isEmpty())
        return Error{ErrorCode::Invalid, QStringLiteral("bad_configuration"), QStringLiteral("the configuration has faults"), faults};
    return settings;
}

QString Settings::text(const char *key) const
{
    const auto value = m_values.constFind(QLatin1String(key));
    if (value == m_values.constEnd())
        qFatal("there is no setting %s", key);
    return value->text;
}

qint64 Settings::integer(const char *key) const { return text(key).toLongLong(); }

bool Settings::flag(const char *key) const { return text(key) == QLatin1String("true"); }

QStringList Settings::list(const char *key) const
{
    QStringList items;
    for (const QString &item : text(key).split(QLatin1Char(','), Qt::SkipEmptyParts))
        items.append(item.trimmed());
    return items;
}

QString Settings::print() const
{
    QString lines;
    for (const Setting &setting : kSettings) {
        const Value &value = m_values[QLatin1String(setting.key)];
        const bool hidden = setting.type == Secret && !value.text.isEmpty();
        lines += QStringLiteral("%1 = %2  (%3)\n").arg(QLatin1String(setting.key), hidden ? QStringLiteral("***") : value.text, value.source);
    }
    return lines;
}

QString Settings::sample()
{
    QString lines;
    QString section;
    for (const Setting &setting : kSettings) {
        const QString key = QLatin1String(setting.key);
        const QString own = key.section(QLatin1Char('.'), 0, 0);
        if (own != section)
            lines += QStringLiteral("%1[%2]\n").arg(section.isEmpty() ? QString() : QStringLiteral("\n"), own);
        section = own;
        const bool bare = setting.type == Integer || setting.type == Flag;
        const QString fallback = QString::fromUtf8(setting.fallback);
        QString value = bare ? fallback : QLatin1Char('"') + fallback + QLatin1Char('"');
        if (setting.type == TextList)
            value = QStringLiteral("[]");
        lines += QStringLiteral("# %1\n# %2 = %3\n").arg(QString::fromUtf8(setting.doc), key.section(QLatin1Char('.'), 1), value);
    }
    return lines;
}

} // namespace countersign
