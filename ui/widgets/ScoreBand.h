// The band from 0 to 1000 with its three zones, as the gauge and the cells of the queue paint it.
#pragma once

#include <QtGlobal>

class QPainter;
class QRectF;

namespace countersign {

/// Where the policy cuts the scale; scores are 0 to 1000.
struct ScoreZones {
    int declineMax = 480;    ///< declined automatically up to and including this score
    int recommendFrom = 600; ///< between the two: approving is suggested from this score on
    int approveMin = 720;    ///< approved automatically from this score on
};

/// Horizontal place of a score in `band`, in its units; scores outside 0 to 1000 stand at its ends.
qreal scorePosition(const QRectF &band, int score);

/// Fills the three zones with the colours of the theme in use; corners are rounded by `radius`.
void paintScoreZones(QPainter &painter, const QRectF &band, const ScoreZones &zones, qreal radius);

/// The marker of a score: as high as `area`, `width` wide, never over the ends of `area`.
void paintScoreMarker(QPainter &painter, const QRectF &area, int score, qreal width);

} // namespace countersign
