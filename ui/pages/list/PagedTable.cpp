#include "ui/pages/list/PagedTable.h"

#include "ui/widgets/Actions.h"
#include "ui/widgets/KeyButton.h"
#include "ui/widgets/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QTableView>
#include <QVBoxLayout>

namespace countersign {

PagedTable::PagedTable(QAbstractItemModel *model, const QString &accessibleName, std::span<const Column> columns,
                       QWidget *parent)
    : Card({}, parent)
{
    setAccessibleName(accessibleName);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    body()->setContentsMargins(1, 1, 1, 1);
    body()->setSpacing(0);
    m_table = makeRowTable(model, accessibleName, columns);
    m_view = new StatefulView(m_table, this);
    body()->addWidget(m_view, 1);
    m_foot = new QWidget(this);
    auto *foot = new QHBoxLayout(m_foot);
    foot->setContentsMargins(measure::kGap, measure::kGap, measure::kGap, measure::kGap);
    m_count = makeLabel("muted", {}, m_foot);
    m_more = new KeyButton(actionText(ActionId::More), actionKey(ActionId::More), m_foot);
    foot->addWidget(m_count, 1);
    foot->addWidget(m_more);
    body()->addWidget(m_foot);
    m_foot->hide();
    connect(m_more, &QPushButton::clicked, this, &PagedTable::moreRequested);
    connect(m_view, &StatefulView::actionTriggered, this, &PagedTable::actionTriggered);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &PagedTable::currentChanged);
}

void PagedTable::select(int row)
{
    if (row >= 0 && row < m_table->model()->rowCount())
        m_table->setCurrentIndex(m_table->model()->index(row, 0));
}

void PagedTable::focusRows()
{
    m_table->setFocus();
}

void PagedTable::showMessage(const StatefulView::Message &message)
{
    m_foot->hide();
    m_view->showMessage(message);
}

void PagedTable::setCount(const Count &count)
{
    const QString total = QLocale().toString(count.total);
    m_count->setText(count.isExact ? tr("%1 of %2").arg(QLocale().toString(count.shown), total)
                                   : tr("%1 of more than %2").arg(QLocale().toString(count.shown), total));
    m_more->setVisible(count.hasMore);
    m_foot->show();
}

void PagedTable::sayMoreFailed(const QString &sentence)
{
    m_count->setText(sentence);
}

} // namespace countersign
