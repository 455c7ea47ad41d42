#include "ui/widgets/Card.h"

#include "ui/widgets/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QStyle>
#include <QVariant>

namespace countersign {

Card::Card(const QString &title, QWidget *parent) : QFrame(parent)
{
    setProperty("card", true);
    setAccessibleName(title);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum); // as high as its content; a list says otherwise
    m_body = new QVBoxLayout(this);
    m_body->setContentsMargins(measure::kWide, 14, measure::kWide, 14);
    m_body->setSpacing(measure::kGap);
    if (title.isEmpty())
        return;
    m_heading = new QHBoxLayout;
    m_heading->addWidget(makeLabel("section", title, this));
    m_heading->addStretch();
    m_aside = makeLabel("muted", {}, this);
    m_heading->addWidget(m_aside);
    m_body->addLayout(m_heading);
}

void Card::addToHeading(QWidget *widget)
{
    m_heading->addWidget(widget);
}

void Card::setAside(const QString &text)
{
    m_aside->setText(text);
}

QLabel *makeLabel(const char *look, const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setProperty("look", QLatin1String(look));
    label->setTextFormat(Qt::PlainText); // names and texts of other people are never markup
    return label;
}

void setLook(QWidget *widget, const char *property, const QVariant &value)
{
    if (widget->property(property) == value)
        return;
    widget->setProperty(property, value);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
    widget->update();
}

} // namespace countersign
