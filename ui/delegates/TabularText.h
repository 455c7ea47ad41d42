// Text whose digits stand in columns: each in a cell of the widest one, as tabular figures would be.
#pragma once

#include <QString>

class QFont;
class QPainter;
class QRectF;

namespace countersign::tabular {

/// Width of `text` in logical pixels when it is drawn by draw().
qreal width(const QString &text, const QFont &font);

/// One line with the painter's font and pen, centred vertically; of the alignment only left, right and centre count. What
/// does not fit is elided at the end.
void draw(QPainter &painter, const QRectF &rect, Qt::Alignment alignment, const QString &text);

} // namespace countersign::tabular
