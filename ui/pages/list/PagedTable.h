// A list on a card: its rows, what stands there instead of them, how many there are, and the way to more of them.
#pragma once

#include "ui/pages/list/RowTable.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/StatefulView.h"

#include <span>

class QAbstractItemModel;
class QPushButton;
class QTableView;

namespace countersign {

class PagedTable : public Card {
    Q_OBJECT

public:
    using Column = RowColumn;
    PagedTable(QAbstractItemModel *model, const QString &accessibleName, std::span<const Column> columns,
               QWidget *parent = nullptr);

    QTableView *table() const { return m_table; }
    void select(int row); ///< nothing when there is no such row
    void focusRows();

    void showLoading() { m_view->showLoading(); }
    void showRows() { m_view->showContent(); }
    void showMessage(const StatefulView::Message &message);
    struct Count {
        qint64 shown = 0;
        qint64 total = 0;
        bool isExact = true; ///< false: there are at least so many
        bool hasMore = false;
    };
    void setCount(const Count &count);
    void sayMoreFailed(const QString &sentence);

Q_SIGNALS:
    void moreRequested();
    void actionTriggered(); ///< of the message that stands in place of the rows
    void currentChanged();

private:
    QTableView *m_table = nullptr;
    StatefulView *m_view = nullptr;
    QWidget *m_foot = nullptr;
    QLabel *m_count = nullptr;
    QPushButton *m_more = nullptr;
};

} // namespace countersign
