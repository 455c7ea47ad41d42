// Asks for one sentence, and lets go only with one.
#pragma once

#include <QDialog>

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
    explicit ReasonDialog(const Question &question, QWidget *parent = nullptr);

    QString reason() const;

private:
    QPlainTextEdit *m_edit = nullptr;
    QPushButton *m_accept = nullptr;
};

} // namespace countersign
