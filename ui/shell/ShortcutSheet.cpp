#include "ui/shell/ShortcutSheet.h"

#include "ui/widgets/Actions.h"
#include "ui/widgets/Badge.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/Theme.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace countersign {

ShortcutSheet::ShortcutSheet(QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Shortcuts"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(measure::kWide);
    column->addWidget(makeLabel("title", windowTitle(), this));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(6);
    column->addLayout(grid);
    QString heading;
    int row = 0;
    for (const ActionRow &action : actionRows()) {
        if (!*action.keys)
            continue;
        const QString where = QCoreApplication::translate("Actions", action.where);
        if (where != heading) {
            if (row > 0)
                grid->setRowMinimumHeight(row++, measure::kGap);
            grid->addWidget(makeLabel("section", where, this), row++, 0, 1, 2);
            heading = where;
        }
        auto *key = new Badge(this);
        key->show(actionKey(action.id), Tone::Neutral);
        grid->addWidget(makeLabel("value", actionText(action.id), this), row, 0);
        grid->addWidget(key, row, 1, Qt::AlignRight);
        ++row;
    }
    grid->setColumnStretch(0, 1);
    auto *close = new QPushButton(tr("Close"), this);
    column->addWidget(close, 0, Qt::AlignRight);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    setMinimumWidth(420);
}

} // namespace countersign
