// A short word on a coloured ground; the word says what the colour says.
#pragma once

#include <QLabel>

namespace countersign {

enum class Tone { Neutral, Accent, Raises, Lowers, Warning, Breach };

class Badge : public QLabel {
    Q_OBJECT

public:
    explicit Badge(QWidget *parent = nullptr);
    void show(const QString &text, Tone tone); ///< hidden when the text is empty

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }
};

/// The name of a tone in the style sheet.
QString toneName(Tone tone);

} // namespace countersign
