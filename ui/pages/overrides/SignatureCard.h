// Where the second person signs, or gives the decision back: a comment and the two ways.
#pragma once

#include "ui/widgets/Card.h"

class QPlainTextEdit;

namespace countersign {

class KeyButton;

class SignatureCard : public Card {
    Q_OBJECT

public:
    explicit SignatureCard(QWidget *parent = nullptr);

    void begin(); ///< of another decision: nothing is typed yet
    /// Nothing: it may be signed. Otherwise why not; typing stays possible.
    void setBlocked(const QString &why);
    void setBusy(bool busy);
    QString comment() const;
    void sign();
    void reject(); ///< asks for a comment first when there is too little

Q_SIGNALS:
    void signRequested(const QString &comment);
    void rejectRequested(const QString &comment);

private:
    void refresh();

    QPlainTextEdit *m_comment = nullptr;
    QLabel *m_fault = nullptr;
    QLabel *m_note = nullptr;
    KeyButton *m_reject = nullptr;
    KeyButton *m_sign = nullptr;
    QString m_blocked;
    bool m_busy = false;
};

} // namespace countersign
