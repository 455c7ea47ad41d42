#include "ui/widgets/QrCode.h"

#include <QPainter>

#include <qrencode.h>

#include <memory>

namespace countersign {

namespace {

constexpr int kQuiet = 4; ///< modules of white around a code (ISO/IEC 18004)

struct FreeCode {
    void operator()(QRcode *code) const { QRcode_free(code); }
};

QImage imageOf(const QString &text)
{
    const std::unique_ptr<QRcode, FreeCode> code(QRcode_encodeString8bit(text.toUtf8().constData(), 0, QR_ECLEVEL_L));
    if (!code)
        return {};
    QImage image(code->width, code->width, QImage::Format_RGB32);
    for (int y = 0; y < code->width; ++y)
        for (int x = 0; x < code->width; ++x)
            image.setPixel(x, y, code->data[y * code->width + x] & 1 ? qRgb(0, 0, 0) : qRgb(255, 255, 255));
    return image;
}

} // namespace

QrCode::QrCode(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void QrCode::setText(const QString &text)
{
    m_code = text.isEmpty() ? QImage() : imageOf(text);
    update();
}

void QrCode::paintEvent(QPaintEvent *)
{
    if (m_code.isNull())
        return;
    QPainter painter(this);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::white);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.drawRoundedRect(rect(), 6, 6);
    painter.setRenderHint(QPainter::Antialiasing, false);
    // Whole device pixels for each module: what is blurred is not read.
    const int modules = m_code.width() + 2 * kQuiet;
    const qreal ratio = devicePixelRatioF();
    const int module = qMax(1, int(qMin(width(), height()) * ratio) / modules);
    const qreal side = module * m_code.width() / ratio;
    painter.drawImage(QRectF((width() - side) / 2, (height() - side) / 2, side, side), m_code);
}

} // namespace countersign
