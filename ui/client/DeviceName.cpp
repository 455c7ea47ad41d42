#include "ui/client/DeviceName.h"

#include <QRegularExpression>
#include <QSysInfo>

namespace countersign {

namespace {

/// What would end the part of the text that it stands in, or may not stand in a header, becomes a dash.
QString plain(QString text)
{
    static const QRegularExpression unfit(QStringLiteral("[^A-Za-z0-9 ._/+-]"));
    return text.replace(unfit, QStringLiteral("-")).trimmed();
}

/// `Debian GNU/Linux 12 (bookworm)` without its nickname.
QString systemName()
{
    return plain(QSysInfo::prettyProductName().section(QLatin1String(" ("), 0, 0));
}

} // namespace

QString userAgentOfThisDevice()
{
    static const QString text =
        QStringLiteral("Countersign (%1; %2)").arg(plain(QSysInfo::machineHostName()), systemName());
    return text;
}

DeviceName deviceOf(const QString &userAgent)
{
    static const QRegularExpression workbench(QStringLiteral("^Countersign \\(([^;)]*); ([^;)]*)\\)?$"));
    const auto match = workbench.match(userAgent);
    if (match.hasMatch())
        return {match.captured(1), match.captured(2)};
    return {userAgent, {}};
}

} // namespace countersign
