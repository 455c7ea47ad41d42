#include "ui/pages/case/TextPart.h"

#include "core/base/Characters.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace countersign {

TextPart::TextPart(const Look &look, QWidget *parent) : FormPart(look.title, parent), m_atLeast(look.atLeast)
{
    m_edit = new QPlainTextEdit(this);
    m_edit->setTabChangesFocus(true);
    m_edit->setAccessibleName(look.title);
    m_edit->setPlaceholderText(look.placeholder);
    const int height = look.lines * m_edit->fontMetrics().lineSpacing() + 24;
    m_edit->setFixedHeight(height);
    heading()->setBuddy(m_edit);
    body()->addWidget(m_edit);
    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
        count();
        Q_EMIT changed();
    });
    count();
}

QString TextPart::text() const
{
    return m_edit->toPlainText();
}

void TextPart::setText(const QString &text)
{
    m_edit->setPlainText(text);
}

void TextPart::count()
{
    const qsizetype typed = characterCount(text().trimmed());
    setAside(tr("%1, at least %2").arg(typed).arg(m_atLeast));
}

} // namespace countersign
