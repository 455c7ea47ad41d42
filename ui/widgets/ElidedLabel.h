// A line of text that gives way to its neighbours: what does not fit ends in an ellipsis and is said by the tool tip.
#pragma once

#include <QLabel>

namespace countersign {

/// Plain text, one line. The whole text is its accessible name.
class ElidedLabel : public QLabel {
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget *parent = nullptr);

    void setFullText(const QString &text);
    const QString &fullText() const { return m_full; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void elide();

    QString m_full;
};

} // namespace countersign
