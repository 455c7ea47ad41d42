// The sign of the product: two lines, the second one signed.
#pragma once

#include <QWidget>

namespace countersign {

class Logo : public QWidget {
    Q_OBJECT

public:
    explicit Logo(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace countersign
