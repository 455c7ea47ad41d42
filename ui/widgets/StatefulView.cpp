#include "ui/widgets/StatefulView.h"

#include "ui/widgets/Card.h"
#include "ui/widgets/Theme.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace countersign {

namespace {

constexpr int kPatienceMs = 300;

} // namespace

StatefulView::StatefulView(QWidget *content, QWidget *parent) : QStackedWidget(parent), m_content(content)
{
    addWidget(content);
    m_loading = makeLabel("muted", tr("Loading…"), this);
    m_loading->setAlignment(Qt::AlignCenter);
    addWidget(m_loading);
    m_message = makeMessagePage();
    addWidget(m_message);
    m_delay.setSingleShot(true);
    m_delay.setInterval(kPatienceMs);
    connect(&m_delay, &QTimer::timeout, this, [this] { setCurrentWidget(m_loading); });
}

QWidget *StatefulView::makeMessagePage()
{
    auto *page = new QWidget(this);
    auto *column = new QVBoxLayout(page);
    m_title = makeLabel("title", {}, page);
    m_text = makeLabel("muted", {}, page);
    m_text->setWordWrap(true);
    m_text->setMinimumWidth(420);
    m_action = new QPushButton(page);
    column->addStretch(2);
    for (QLabel *label : {m_title, m_text}) {
        label->setAlignment(Qt::AlignCenter);
        column->addWidget(label, 0, Qt::AlignHCenter);
    }
    column->addSpacing(measure::kGap);
    column->addWidget(m_action, 0, Qt::AlignHCenter);
    column->addStretch(3);
    connect(m_action, &QPushButton::clicked, this, &StatefulView::actionTriggered);
    return page;
}

void StatefulView::showLoading()
{
    m_delay.start();
}

void StatefulView::showContent()
{
    m_delay.stop();
    setCurrentWidget(m_content);
}

void StatefulView::showMessage(const Message &message)
{
    m_delay.stop();
    m_title->setText(message.title);
    m_text->setText(message.text);
    m_action->setText(message.action);
    m_action->setVisible(!message.action.isEmpty());
    m_message->setAccessibleName(message.title);
    m_message->setAccessibleDescription(message.text);
    setCurrentWidget(m_message);
}

bool StatefulView::isShowingContent() const
{
    return currentWidget() == m_content;
}

} // namespace countersign
