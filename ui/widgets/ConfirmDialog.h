// Asks whether something is meant that cannot be taken back; Enter alone never confirms it.
#pragma once

#include <QDialog>

#include <functional>

namespace countersign {

class ConfirmDialog : public QDialog {
    Q_OBJECT

public:
    struct Question {
        QString title;
        QString text;
        QString accept; ///< text of the button that does it
    };
    /// Opens over `parent` and returns at once; `done` is called when it was confirmed.
    static void ask(const Question &question, QWidget *parent, std::function<void()> done);

private:
    ConfirmDialog(const Question &question, QWidget *parent);
};

} // namespace countersign
