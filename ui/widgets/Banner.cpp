#include "ui/widgets/Banner.h"

#include "ui/widgets/Card.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVariant>

namespace countersign {

namespace {

constexpr int kBriefMs = 10'000; ///< as long as an undo is offered

} // namespace

Banner::Banner(QWidget *parent) : QFrame(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    m_label = new QLabel(this);
    m_label->setTextFormat(Qt::PlainText);
    m_label->setWordWrap(true);
    m_label->setContentsMargins(10, 7, 10, 7);
    m_action = new QPushButton(this);
    row->addWidget(m_label, 1);
    row->addWidget(m_action);
    m_timer.setSingleShot(true);
    m_timer.setInterval(kBriefMs);
    connect(&m_timer, &QTimer::timeout, this, &Banner::clear);
    connect(m_action, &QPushButton::clicked, this, &Banner::actionTriggered);
    hide();
}

void Banner::say(const QString &text, Tone tone, const QString &action)
{
    m_timer.stop();
    m_label->setText(text);
    setLook(m_label, "tone", toneName(tone));
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    setAccessibleName(text);
    show();
    QAccessibleEvent announcement(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&announcement);
}

void Banner::sayBriefly(const QString &text, Tone tone, const QString &action)
{
    say(text, tone, action);
    m_timer.start();
}

void Banner::clear()
{
    m_timer.stop();
    m_label->clear();
    hide();
}

QString Banner::text() const
{
    return m_label->text();
}

} // namespace countersign
