// Asks for one sentence, and lets go only with one.
#pragma once

#include <QDialog>

#include <functional>

class QPlainTextEdit;
class QPushButton;

namespace countersign {

class ReasonDialog : public QDialog {
    Q_OBJECT

public:
    struct Question {
        QString title;
        QString label;
        QString accept; ///< text of the button
    };
    /// Opens over `parent` and returns at once; `done` gets the sentence, and is not called when it was cancelled.
    static void ask(const Question &question, QWidget *parent, std::function<void(const QString &reason)> done);

private:
    ReasonDialog(const Question &question, QWidget *parent);
    QString reason() const;

    QPlainTextEdit *m_edit = nullptr;
    QPushButton *m_accept = nullptr;
};

} // namespace countersign
