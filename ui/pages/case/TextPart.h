// A text of the form with a least length, counted while one types.
#pragma once

#include "ui/pages/case/FormPart.h"

class QPlainTextEdit;

namespace countersign {

class TextPart : public FormPart {
    Q_OBJECT

public:
    struct Look {
        QString title;
        QString placeholder;
        int atLeast = 0; ///< characters, without the blanks at both ends
        int lines = 3;
    };
    explicit TextPart(const Look &look, QWidget *parent = nullptr);

    QString text() const;
    void setText(const QString &text);
    QPlainTextEdit *edit() const { return m_edit; }

Q_SIGNALS:
    void changed();

private:
    void count();

    const int m_atLeast;
    QPlainTextEdit *m_edit = nullptr;
};

} // namespace countersign
