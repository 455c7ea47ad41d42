// Every key of the window on one sheet.
#pragma once

#include <QDialog>

namespace countersign {

class ShortcutSheet : public QDialog {
    Q_OBJECT

public:
    explicit ShortcutSheet(QWidget *parent = nullptr);
};

} // namespace countersign
