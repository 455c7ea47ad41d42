#include "ui/widgets/FieldGrid.h"

#include "ui/widgets/Card.h"

#include <QGridLayout>
#include <QLabel>

namespace countersign {

FieldGrid::FieldGrid(int columns, QWidget *parent) : QWidget(parent), m_columns(columns) {}

void FieldGrid::setFields(const QList<FieldText> &fields)
{
    delete layout();
    qDeleteAll(findChildren<QLabel *>(QString(), Qt::FindDirectChildrenOnly));
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 4, 0, 4);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(1);
    for (int i = 0; i < fields.size(); ++i) {
        const int row = 3 * (i / m_columns);
        const int column = i % m_columns;
        auto *label = makeLabel("small", fields[i].label, this);
        auto *value = makeLabel("value", fields[i].value.isEmpty() ? QStringLiteral("—") : fields[i].value, this);
        value->setWordWrap(true);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        value->setAccessibleName(fields[i].label);
        label->setBuddy(value);
        grid->addWidget(label, row, column, Qt::AlignBottom);
        grid->addWidget(value, row + 1, column, Qt::AlignTop);
        grid->setRowMinimumHeight(row + 2, 8);
    }
    for (int column = 0; column < m_columns; ++column)
        grid->setColumnStretch(column, 1);
}

} // namespace countersign
