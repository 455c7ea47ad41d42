#include "ui/pages/account/SessionRow.h"

#include "ui/client/DeviceName.h"
#include "ui/models/Words.h"
#include "ui/widgets/Badge.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/Theme.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVariant>

namespace countersign {

namespace {

ElidedLabel *makeLine(const char *look, const QStringList &parts, QWidget *parent)
{
    auto *label = new ElidedLabel(parent);
    label->setProperty("look", QLatin1String(look));
    QStringList known = parts;
    known.removeAll(QString());
    label->setFullText(known.join(QStringLiteral(" · ")));
    return label;
}

} // namespace

SessionRow::SessionRow(const api::SessionItem &item, Instant now, QWidget *parent) : QWidget(parent)
{
    const DeviceName name = deviceOf(item.userAgent);
    const QString device = name.device.isEmpty() ? tr("Unknown program") : name.device;
    setAccessibleName(device);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 9, 0, 9);
    row->setSpacing(measure::kGap);
    auto *lines = new QVBoxLayout;
    lines->setSpacing(2);
    auto *heading = new QHBoxLayout;
    heading->setSpacing(measure::kGap);
    heading->addWidget(makeLine("strong", {device}, this));
    auto *here = new Badge(this);
    here->show(item.current ? tr("this one") : QString(), Tone::Accent);
    heading->addWidget(here);
    heading->addStretch();
    lines->addLayout(heading);
    lines->addWidget(makeLine("muted", {name.system, item.address}, this));
    lines->addWidget(makeLine("muted",
                              {tr("since %1").arg(words::momentText(item.createdAt, now)),
                               tr("last used %1").arg(words::momentText(item.lastUsedAt, now)),
                               tr("ends %1 at the latest").arg(words::momentText(item.expiresAt, now))},
                              this));
    row->addLayout(lines, 1);
    auto *end = new QPushButton(tr("End"), this);
    end->setAccessibleName(tr("End the session on %1").arg(device));
    end->setVisible(!item.current); // that is what signing out is for
    row->addWidget(end, 0, Qt::AlignTop);
    connect(end, &QPushButton::clicked, this, &SessionRow::endRequested);
}

} // namespace countersign
