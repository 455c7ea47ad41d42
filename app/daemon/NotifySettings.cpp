#include "app/daemon/NotifySettings.h"

#include <QFile>
#include <QHostAddress>

namespace countersign {

namespace {

using Faults = QList<FieldError>;

void fault(Faults &faults, const char *key, const QString &message)
{
    faults.append({QLatin1String(key), QStringLiteral("bad_value"), message});
}

/// Of a name nobody knows what it will mean.
bool isThisHost(const QString &host)
{
    return host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
}

QByteArray readPassword(const QString &path, Faults &faults)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        fault(faults, "mail.password_file", QStringLiteral("'%1' cannot be read: %2").arg(path, file.errorString()));
        return {};
    }
    return file.readAll().trimmed();
}

QString certificates(const Settings &settings, const char *key, Faults &faults)
{
    const QString path = settings.text(key);
    if (!path.isEmpty() && !QFile::exists(path))
        fault(faults, key, QStringLiteral("'%1' is not there: name a PEM file of certificates").arg(path));
    return path;
}

void readLogin(const Settings &settings, MailSettings &mail, Faults &faults)
{
    mail.user = settings.text("mail.user");
    const QString passwordFile = settings.text("mail.password_file");
    if (mail.user.isEmpty() != passwordFile.isEmpty())
        fault(faults, "mail.user", QStringLiteral("needs password_file beside it, and the other way round"));
    else if (!mail.user.isEmpty())
        mail.password = readPassword(passwordFile, faults);
    if (!mail.user.isEmpty() && mail.security == MailSecurity::None && !isThisHost(mail.host))
        fault(faults, "mail.security",
              QStringLiteral("is none: the password would travel readable; use starttls or tls"));
}

std::optional<MailSettings> mailOf(const Settings &settings, Faults &faults)
{
    MailSettings mail;
    mail.host = settings.text("mail.host");
    if (mail.host.isEmpty())
        return std::nullopt;
    mail.port = int(settings.integer("mail.port"));
    mail.from = settings.text("mail.from");
    if (!isMailAddress(mail.from))
        fault(faults, "mail.from", QStringLiteral("'%1' is no address that mails can come from").arg(mail.from));
    const auto security = fromText<MailSecurity>(settings.text("mail.security"));
    if (!security)
        fault(faults, "mail.security", QStringLiteral("must be starttls, tls or none"));
    mail.security = security.value_or(MailSecurity::StartTls);
    readLogin(settings, mail, faults);
    mail.caFile = certificates(settings, "mail.ca_file", faults);
    mail.timeout = std::chrono::seconds(settings.integer("mail.timeout_seconds"));
    return mail;
}

WebhookSettings webhooksOf(const Settings &settings, Faults &faults)
{
    WebhookSettings webhooks;
    webhooks.allowsHttp = settings.flag("webhooks.allow_http");
    for (const QString &text : settings.list("webhooks.allowed_networks")) {
        if (const auto network = parseNetwork(text))
            webhooks.allowed.append(*network);
        else
            fault(faults, "webhooks.allowed_networks",
                  QStringLiteral("'%1' is no network such as 10.20.0.0/16").arg(text));
    }
    webhooks.caFile = certificates(settings, "webhooks.ca_file", faults);
    webhooks.timeout = std::chrono::seconds(settings.integer("webhooks.timeout_seconds"));
    return webhooks;
}

} // namespace

NotifySettings NotifySettings::from(const Settings &settings, Faults &faults)
{
    return {mailOf(settings, faults), webhooksOf(settings, faults), int(settings.integer("jobs.notification_threads"))};
}

} // namespace countersign
