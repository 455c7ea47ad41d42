// Where a score stands between "declined automatically" and "approved automatically".
#pragma once

#include "ui/widgets/ScoreBand.h"

#include <QWidget>

#include <optional>

namespace countersign {

/// A horizontal band from 0 to 1000. What it shows is also its accessible description and its tool tip.
class RiskGauge : public QWidget {
    Q_OBJECT

public:
    explicit RiskGauge(QWidget *parent = nullptr);

    /// Scores are 0 to 1000; no score when no model could be asked: the band stays without a marker.
    void setValue(std::optional<int> score, const ScoreZones &zones);
    /// The same with approving suggested from 600 on.
    void setValue(int score, int declineCutoff, int approveCutoff);

    std::optional<int> score() const { return m_score; }
    const ScoreZones &zones() const { return m_zones; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QFont smallFont() const;
    QRectF markerArea() const;
    QRectF band() const;
    void paintCutoffs(QPainter &painter) const;
    void paintZoneNames(QPainter &painter) const;
    void describe();

    std::optional<int> m_score;
    ScoreZones m_zones;
};

} // namespace countersign
