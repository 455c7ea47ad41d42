// Asks again who sits there, just before something that cannot be taken back: by password, or by a one-time code.
#pragma once

#include <QDialog>

class QPushButton;

namespace countersign {

class CodeEdit;
class LabeledEdit;

class StepUpDialog : public QDialog {
    Q_OBJECT

public:
    struct Question {
        QString deed;         ///< what is about to be done, as a sentence
        QString email;        ///< whose proof it is
        bool hasCode = false; ///< a code of the authenticator app will do as well
    };
    explicit StepUpDialog(const Question &question, QWidget *parent = nullptr);

    void refuse(const QString &sentence); ///< the proof was not accepted; another one may be given

Q_SIGNALS:
    void passwordGiven(const QString &password);
    void codeGiven(const QString &code);

private:
    QWidget *makeButtons();
    void askFor(bool code);
    void submit();
    void setBusy(bool busy);
    LabeledEdit *shown() const;

    LabeledEdit *m_password = nullptr;
    CodeEdit *m_code = nullptr;
    QPushButton *m_other = nullptr; ///< changes between the two; hidden when there is only one
    QPushButton *m_accept = nullptr;
    bool m_asksForCode = false;
};

} // namespace countersign
