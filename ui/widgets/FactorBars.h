// "What moved the score": the factors as diverging bars, or as the same rows in a table.
#pragma once

#include "ui/widgets/FactorRow.h"

#include <QList>
#include <QWidget>

class QLabel;
class QPushButton;
class QTableWidget;

namespace countersign {

class ElidedLabel;
class FactorChart;

/// Title, caption and the "Table" button on one line, the rows beneath in the order given. Without a ground of its own: it
/// stands on a card.
class FactorBars : public QWidget {
    Q_OBJECT

public:
    explicit FactorBars(QWidget *parent = nullptr);

    void setRows(const QList<FactorRow> &rows);
    const QList<FactorRow> &rows() const { return m_rows; }

    /// To the left of the button, e.g. `points, compared with applicants who just passed · starts at 605`.
    void setCaption(const QString &caption);

    void setTableShown(bool shown);
    bool isTableShown() const;

    FactorChart *chart() const { return m_chart; }
    QTableWidget *table() const { return m_table; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void makeTable();
    void fillTable();
    void fitTable();
    void retranslate();

    QList<FactorRow> m_rows;
    QLabel *m_title = nullptr;
    ElidedLabel *m_caption = nullptr;
    QPushButton *m_toggle = nullptr;
    FactorChart *m_chart = nullptr;
    QTableWidget *m_table = nullptr;
};

} // namespace countersign
