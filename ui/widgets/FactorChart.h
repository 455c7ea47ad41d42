// The diverging bars of FactorBars, drawn by Qt Charts without its looks.
#pragma once

#include "ui/widgets/FactorRow.h"

#include <QChartView>
#include <QList>

class QBarSet;
class QHorizontalStackedBarSeries;
class QValueAxis;

namespace countersign {

/// Up, Down, Home and End move a current row, which is what the accessible description says.
class FactorChart : public QChartView {
    Q_OBJECT

public:
    explicit FactorChart(QWidget *parent = nullptr);

    void setRows(const QList<FactorRow> &rows);
    int currentRow() const { return m_current; } ///< -1 while there are no rows
    void setCurrentRow(int row);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void drawBackground(QPainter *painter, const QRectF &rect) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Columns {
        qreal label = 0; ///< widths
        qreal value = 0;
        QRectF plot;
    };

    void fillBars();
    void colourBars();
    void arrange();
    Columns columns() const;
    qreal rowHeight() const;
    QRectF rowRect(int row) const;
    int rowAt(const QPoint &position) const;
    QString sentence(int row) const;
    void describe();
    void paintRow(QPainter &painter, int row) const;
    void paintPoints(QPainter &painter, int row) const;

    QList<FactorRow> m_rows;
    int m_current = -1;
    QHorizontalStackedBarSeries *m_series = nullptr;
    QBarSet *m_raising = nullptr;
    QBarSet *m_lowering = nullptr;
    QValueAxis *m_points = nullptr;
};

} // namespace countersign
