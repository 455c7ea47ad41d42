#include "ui/widgets/FactorChart.h"

#include "ui/widgets/Theme.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QChart>
#include <QGraphicsLayout>
#include <QHelpEvent>
#include <QHorizontalStackedBarSeries>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>
#include <QValueAxis>
#include <QWheelEvent>

#include <cmath>

namespace countersign {

namespace {

constexpr double kBarShare = 0.5;    ///< of the height of a row
constexpr double kLeastSpan = 20;    ///< points; a few of them must not look like many
constexpr double kLabelShare = 0.36; ///< at most, of the width
constexpr double kValueShare = 0.22;

QColor mixed(const QColor &a, const QColor &b, double shareOfB)
{
    const auto mix = [shareOfB](int x, int y) { return int(std::lround(x + (y - x) * shareOfB)); };
    return QColor(mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue()));
}

/// Stripes from bottom left to top right, sharp at every scale.
QBrush hatching(const QColor &ground, const QColor &stripe, qreal period, qreal scale)
{
    const int side = qMax(4, qRound(period * scale));
    QPixmap tile(side, side);
    tile.fill(ground);
    QPainter painter(&tile);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(stripe, side * 0.32, Qt::SolidLine, Qt::SquareCap));
    for (const int shift : {-side, 0, side})
        painter.drawLine(QPointF(shift, side), QPointF(shift + side, 0));
    painter.end();
    QBrush brush(tile);
    brush.setTransform(QTransform::fromScale(1 / scale, 1 / scale));
    return brush;
}

QFont bold(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

QString pointsText(double points)
{
    const long whole = std::lround(points);
    if (whole == 0)
        return QStringLiteral("0");
    return whole > 0 ? QStringLiteral("\u25B2 +%1").arg(whole) : QStringLiteral("\u25BC \u2212%1").arg(-whole);
}

FactorChart::FactorChart(QWidget *parent) : QChartView(parent)
{
    setObjectName(QStringLiteral("factorChart"));
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setBackgroundBrush(Qt::NoBrush);
    viewport()->setAutoFillBackground(false);
    setStyleSheet(QStringLiteral("background: transparent; border: none;"));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("What moved the score"));

    m_series = new QHorizontalStackedBarSeries;
    m_series->setBarWidth(kBarShare);
    m_raising = new QBarSet(QString());
    m_lowering = new QBarSet(QString());
    m_series->append({m_raising, m_lowering});
    m_points = new QValueAxis;
    auto *names = new QBarCategoryAxis;
    chart()->addSeries(m_series);
    chart()->addAxis(m_points, Qt::AlignBottom);
    chart()->addAxis(names, Qt::AlignLeft);
    m_series->attachAxis(m_points);
    m_series->attachAxis(names);
    m_points->setVisible(false);
    names->setVisible(false);
    chart()->legend()->hide();
    chart()->setBackgroundVisible(false);
    chart()->setMargins(QMargins());
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    colourBars();
}

void FactorChart::setRows(const QList<FactorRow> &rows)
{
    m_rows = rows;
    m_current = rows.isEmpty() ? -1 : 0;
    fillBars();
    updateGeometry();
    arrange();
    describe();
    viewport()->update();
}

void FactorChart::fillBars()
{
    m_raising->remove(0, m_raising->count());
    m_lowering->remove(0, m_lowering->count());
    QStringList names;
    QList<qreal> raising;
    QList<qreal> lowering;
    // Qt Charts counts rows from the bottom.
    for (auto row = m_rows.crbegin(); row != m_rows.crend(); ++row) {
        names << QString::number(names.size());
        raising << qMax(0.0, row->points);
        lowering << qMin(0.0, row->points);
    }
    m_raising->append(raising);
    m_lowering->append(lowering);
    auto *axis = static_cast<QBarCategoryAxis *>(chart()->axes(Qt::Vertical).constFirst());
    axis->clear();
    axis->append(names);
}

void FactorChart::colourBars()
{
    const Theme &theme = Theme::current();
    m_raising->setPen(Qt::NoPen);
    m_lowering->setPen(Qt::NoPen);
    m_raising->setBrush(theme.raises);
    const QColor stripe = mixed(theme.lowers, theme.surface, 0.4);
    m_lowering->setBrush(hatching(theme.lowers, stripe, fontMetrics().height() / 3.0, devicePixelRatioF()));
}

qreal FactorChart::rowHeight() const
{
    return qRound(fontMetrics().height() * 1.5);
}

QSize FactorChart::sizeHint() const
{
    return QSize(fontMetrics().averageCharWidth() * 90, qRound(rowHeight() * qMax(1, int(m_rows.size()))));
}

QSize FactorChart::minimumSizeHint() const
{
    return QSize(fontMetrics().averageCharWidth() * 40, sizeHint().height());
}

FactorChart::Columns FactorChart::columns() const
{
    const QFontMetricsF metrics(font());
    const qreal gap = metrics.horizontalAdvance(QLatin1Char('0')) * 2;
    Columns result;
    for (const FactorRow &row : m_rows) {
        result.label = qMax(result.label, metrics.horizontalAdvance(row.label) + 1);
        result.value = qMax(result.value, metrics.horizontalAdvance(row.value) + 1);
    }
    const qreal whole = viewport()->width();
    result.label = qMin(result.label, std::floor(whole * kLabelShare));
    result.value = qMin(result.value, std::floor(whole * kValueShare));
    const qreal left = std::ceil(result.label + gap + result.value + gap);
    result.plot = QRectF(left, 0, qMax(1.0, whole - left), rowHeight() * m_rows.size());
    return result;
}

/// Both ends of the points axis leave room for the text beyond the longest bar.
void FactorChart::arrange()
{
    if (m_rows.isEmpty())
        return;
    chart()->resize(viewport()->size());
    const QRectF plot = columns().plot;
    chart()->setPlotArea(plot);
    const QFontMetricsF metrics(bold(font()));
    double up = 0;
    double down = 0;
    qreal upText = 0;
    qreal downText = 0;
    for (const FactorRow &row : m_rows) {
        const qreal text = metrics.horizontalAdvance(pointsText(row.points) + QStringLiteral("00"));
        (row.points < 0 ? down : up) = qMax(row.points < 0 ? down : up, std::abs(row.points));
        (row.points < 0 ? downText : upText) = qMax(row.points < 0 ? downText : upText, text);
    }
    const double span = qMax(kLeastSpan, up + down);
    up += (span - up - down) * (up >= down ? 1 : 0);
    down = span - up;
    const double perPixel = span / qMax(1.0, plot.width() - upText - downText);
    m_points->setRange(-(down + downText * perPixel), up + upText * perPixel);
}

void FactorChart::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    arrange();
}

QRectF FactorChart::rowRect(int row) const
{
    return QRectF(0, row * rowHeight(), viewport()->width(), rowHeight());
}

int FactorChart::rowAt(const QPoint &position) const
{
    const int row = int(position.y() / rowHeight());
    return row >= 0 && row < m_rows.size() ? row : -1;
}

void FactorChart::drawForeground(QPainter *painter, const QRectF &)
{
    if (m_rows.isEmpty())
        return;
    const Theme &theme = Theme::current();
    const QRectF plot = chart()->plotArea();
    const qreal zero = plot.left() + plot.width() * -m_points->min() / (m_points->max() - m_points->min());
    painter->setPen(QPen(theme.outline, 1));
    painter->drawLine(QPointF(std::round(zero) + 0.5, plot.top()), QPointF(std::round(zero) + 0.5, plot.bottom()));
    for (int row = 0; row < m_rows.size(); ++row)
        paintRow(*painter, row);
}

/// The row that has the focus: a ground beneath everything and a line in the accent.
void FactorChart::drawBackground(QPainter *painter, const QRectF &)
{
    if (!hasFocus() || m_current < 0)
        return;
    const QRectF row = rowRect(m_current);
    painter->fillRect(row, Theme::current().accentSoft);
    painter->fillRect(QRectF(row.left(), row.bottom() - 2, row.width(), 2), Theme::current().accent);
}

void FactorChart::paintRow(QPainter &painter, int row) const
{
    const Theme &theme = Theme::current();
    const Columns cells = columns();
    const QFontMetricsF metrics(font());
    const qreal gap = metrics.horizontalAdvance(QLatin1Char('0')) * 2;
    const QRectF whole = rowRect(row);
    const QRectF label(whole.left(), whole.top(), cells.label, whole.height());
    const QRectF value(label.right() + gap, whole.top(), cells.value, whole.height());
    painter.setFont(font());
    painter.setPen(theme.text);
    painter.drawText(label, Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(m_rows[row].label, Qt::ElideRight, label.width()));
    painter.setPen(theme.muted);
    painter.drawText(value, Qt::AlignRight | Qt::AlignVCenter,
                     metrics.elidedText(m_rows[row].value, Qt::ElideRight, value.width()));
    paintPoints(painter, row);
}

void FactorChart::paintPoints(QPainter &painter, int row) const
{
    const Theme &theme = Theme::current();
    const QRectF plot = chart()->plotArea();
    const double points = m_rows[row].points;
    const qreal end = plot.left() + plot.width() * (points - m_points->min()) / (m_points->max() - m_points->min());
    const qreal gap = QFontMetricsF(font()).horizontalAdvance(QLatin1Char('0'));
    const QRectF whole = rowRect(row);
    painter.setFont(bold(font()));
    painter.setPen(std::lround(points) == 0 ? theme.muted : points > 0 ? theme.raises : theme.lowers);
    if (points < 0)
        painter.drawText(QRectF(plot.left(), whole.top(), end - gap - plot.left(), whole.height()),
                         Qt::AlignRight | Qt::AlignVCenter, pointsText(points));
    else
        painter.drawText(QRectF(end + gap, whole.top(), plot.right() - end, whole.height()),
                         Qt::AlignLeft | Qt::AlignVCenter, pointsText(points));
}

QString FactorChart::sentence(int row) const
{
    const FactorRow &factor = m_rows[row];
    const int points = int(std::lround(std::abs(factor.points)));
    if (points == 0)
        return tr("%1, %2: does not move the score").arg(factor.label, factor.value);
    const QString text = factor.points > 0 ? tr("%1, %2: raises the score by %n point(s)", nullptr, points)
                                           : tr("%1, %2: lowers the score by %n point(s)", nullptr, points);
    return text.arg(factor.label, factor.value);
}

void FactorChart::describe()
{
    setAccessibleName(tr("What moved the score"));
    setAccessibleDescription(
        m_current < 0 ? tr("No factors.")
                      : tr("%1. Row %2 of %3.").arg(sentence(m_current)).arg(m_current + 1).arg(m_rows.size()));
}

void FactorChart::setCurrentRow(int row)
{
    if (m_rows.isEmpty())
        return;
    m_current = qBound(0, row, int(m_rows.size()) - 1);
    describe();
    viewport()->update();
}

void FactorChart::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Up:
        return setCurrentRow(m_current - 1);
    case Qt::Key_Down:
        return setCurrentRow(m_current + 1);
    case Qt::Key_Home:
        return setCurrentRow(0);
    case Qt::Key_End:
        return setCurrentRow(int(m_rows.size()) - 1);
    default:
        event->ignore();
    }
}

void FactorChart::mousePressEvent(QMouseEvent *event)
{
    if (const int row = rowAt(event->pos()); row >= 0)
        setCurrentRow(row);
}

void FactorChart::mouseMoveEvent(QMouseEvent *event)
{
    event->ignore();
}

void FactorChart::mouseReleaseEvent(QMouseEvent *event)
{
    event->accept();
}

void FactorChart::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

bool FactorChart::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int row = rowAt(help->pos());
        QToolTip::showText(help->globalPos(), row < 0 ? QString() : sentence(row), viewport(), rowRect(row).toRect());
        return true;
    }
    return QChartView::viewportEvent(event);
}

void FactorChart::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    if (!m_series)
        return;
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        updateGeometry();
    if (event->type() == QEvent::LanguageChange)
        describe();
    colourBars();
    arrange();
    viewport()->update();
}

} // namespace countersign
