#include "ui/widgets/FactorBars.h"

#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/FactorChart.h"
#include "ui/widgets/Theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QTableWidget>
#include <QVBoxLayout>

#include <cmath>

namespace countersign {

namespace {

/// Whole rows are chosen: no cell looks different, and chosen ones keep their colour.
class WholeRows : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->state &= ~QStyle::State_HasFocus;
        option->palette.setBrush(QPalette::HighlightedText, option->palette.brush(QPalette::Text));
    }
};

} // namespace

FactorBars::FactorBars(QWidget *parent) : QWidget(parent)
{
    m_title = new QLabel(this);
    m_title->setProperty("look", "section");
    m_caption = new ElidedLabel(this);
    m_caption->setProperty("look", "muted");
    m_caption->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_toggle = new QPushButton(this);
    m_toggle->setObjectName(QStringLiteral("factorTableToggle"));
    m_toggle->setProperty("chip", true);
    m_toggle->setCheckable(true);
    m_chart = new FactorChart(this);
    makeTable();

    auto *head = new QHBoxLayout;
    head->setSpacing(measure::kGap);
    head->addWidget(m_title);
    head->addWidget(m_caption, 1);
    head->addWidget(m_toggle);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(measure::kGap);
    rows->addLayout(head);
    rows->addWidget(m_chart);
    rows->addWidget(m_table);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(m_toggle, &QPushButton::toggled, this, &FactorBars::setTableShown);
    setTableShown(false);
    retranslate();
}

void FactorBars::makeTable()
{
    m_table = new QTableWidget(0, 3, this);
    m_table->setObjectName(QStringLiteral("factorTable"));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setStyleSheet(QStringLiteral("QTableView::item { padding: 0 8px; }"));
    m_table->setItemDelegate(new WholeRows(m_table));
    m_table->setTabKeyNavigation(false);
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(2, QHeaderView::ResizeToContents);
}

void FactorBars::setRows(const QList<FactorRow> &rows)
{
    m_rows = rows;
    m_chart->setRows(rows);
    fillTable();
}

void FactorBars::fillTable()
{
    const Theme &theme = Theme::current();
    const int height = qRound(fontMetrics().height() * 1.75);
    m_table->setRowCount(int(m_rows.size()));
    m_table->verticalHeader()->setMinimumSectionSize(height);
    m_table->verticalHeader()->setDefaultSectionSize(height);
    for (int row = 0; row < m_rows.size(); ++row) {
        const FactorRow &factor = m_rows[row];
        auto *label = new QTableWidgetItem(factor.label);
        label->setToolTip(factor.label);
        auto *value = new QTableWidgetItem(factor.value);
        auto *points = new QTableWidgetItem(pointsText(factor.points));
        value->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        points->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        points->setForeground(std::lround(factor.points) == 0 ? theme.muted
                                  : factor.points < 0         ? theme.lowers
                                                              : theme.raises);
        m_table->setItem(row, 0, label);
        m_table->setItem(row, 1, value);
        m_table->setItem(row, 2, points);
    }
    fitTable();
}

/// As high as its rows: the page scrolls, not the table.
void FactorBars::fitTable()
{
    m_table->ensurePolished();
    m_table->horizontalHeader()->ensurePolished();
    const int rows = m_table->verticalHeader()->defaultSectionSize() * int(m_rows.size());
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() + rows);
}

void FactorBars::setCaption(const QString &caption)
{
    m_caption->setFullText(caption);
}

void FactorBars::setTableShown(bool shown)
{
    const bool moveFocus = m_chart->hasFocus() || m_table->hasFocus();
    m_toggle->setChecked(shown);
    if (shown)
        m_table->selectRow(m_chart->currentRow());
    else if (m_table->currentRow() >= 0)
        m_chart->setCurrentRow(m_table->currentRow());
    m_chart->setVisible(!shown);
    m_table->setVisible(shown);
    fitTable();
    if (moveFocus)
        (shown ? static_cast<QWidget *>(m_table) : m_chart)->setFocus();
}

bool FactorBars::isTableShown() const
{
    return m_toggle->isChecked();
}

void FactorBars::retranslate()
{
    m_title->setText(tr("What moved the score"));
    m_toggle->setText(tr("Table"));
    m_toggle->setAccessibleName(tr("Show the factors as a table"));
    m_table->setAccessibleName(tr("What moved the score, as a table"));
    m_table->setHorizontalHeaderLabels({tr("Factor"), tr("Value"), tr("Points")});
    m_table->horizontalHeaderItem(0)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeaderItem(1)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_table->horizontalHeaderItem(2)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
}

void FactorBars::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (!m_table)
        return;
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        fillTable();
}

} // namespace countersign
