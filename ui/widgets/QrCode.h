// A text as a QR code for the camera of a telephone: dark on white with its quiet zone, in every theme.
#pragma once

#include <QImage>
#include <QWidget>

namespace countersign {

class QrCode : public QWidget {
    Q_OBJECT

public:
    explicit QrCode(QWidget *parent = nullptr);

    void setText(const QString &text); ///< too long for a code, or empty: nothing is shown
    bool hasCode() const { return !m_code.isNull(); }

    QSize sizeHint() const override { return {kSide, kSide}; }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    static constexpr int kSide = 212; ///< px; a telephone reads it from an arm's length

    QImage m_code; ///< a pixel for each module, without the quiet zone
};

} // namespace countersign
