#include "ui/shell/StatusLine.h"

#include "ui/widgets/Card.h"
#include "ui/widgets/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QTimeZone>

namespace countersign {

StatusLine::StatusLine(const QUrl &server, QWidget *parent) : QFrame(parent), m_server(server.authority())
{
    setProperty("bar", "bottom");
    setFixedHeight(26);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 0, 16, 0);
    row->setSpacing(18);
    m_dot = makeLabel("small", {}, this);
    m_connection = makeLabel("small", {}, this);
    m_system = makeLabel("small", {}, this);
    m_hint = makeLabel("small", {}, this);
    m_clock = makeLabel("small", {}, this);
    row->addWidget(m_dot);
    row->addSpacing(-10);
    row->addWidget(m_connection);
    row->addWidget(m_system);
    row->addStretch();
    row->addWidget(m_hint);
    row->addWidget(m_clock);
    setReachable(true);
}

void StatusLine::setReachable(bool reachable)
{
    m_dot->setText(reachable ? QStringLiteral("●") : QStringLiteral("○"));
    setLook(m_dot, "look", reachable ? "live" : "away");
    m_connection->setText(reachable ? tr("Connected to %1").arg(m_server) : tr("No answer from %1").arg(m_server));
}

void StatusLine::showSystem(const api::SystemInfo &system)
{
    QStringList parts;
    parts.append(system.model ? tr("Model %1 · %2 · %3").arg(system.model->version, system.model->kind, system.model->bundle.left(8))
                              : tr("No model: every case goes to a person"));
    if (system.policyVersion)
        parts.append(tr("Policy v%1").arg(*system.policyVersion));
    m_system->setText(parts.join(QStringLiteral("     ")));
}

void StatusLine::setNow(Instant now)
{
    m_clock->setText(toDateTime(now).toLocalTime().toString(QStringLiteral("HH:mm:ss ")) + QString::fromLatin1(QTimeZone::systemTimeZoneId()));
}

void StatusLine::hint(const QString &text)
{
    m_hint->setText(text);
}

} // namespace countersign
