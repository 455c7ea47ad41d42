// One entry of the side bar: a sign, a name, a count.
#pragma once

#include <QPushButton>

namespace countersign {

class SideButton : public QPushButton {
    Q_OBJECT

public:
    explicit SideButton(const QString &text, QWidget *parent = nullptr);
    void setCount(qint64 count);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_count;
};

} // namespace countersign
