#include "ui/pages/case/CaseHeading.h"

#include "ui/models/SlaText.h"
#include "ui/models/Words.h"
#include "ui/widgets/Actions.h"
#include "ui/widgets/Badge.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/KeyButton.h"

#include <QHBoxLayout>
#include <QLabel>

namespace countersign {

namespace {

constexpr Tone toneOf(SlaState state)
{
    switch (state) {
    case SlaState::Approaching: return Tone::Warning;
    case SlaState::Breached: return Tone::Breach;
    case SlaState::Ok:
    case SlaState::Paused: break;
    }
    return Tone::Neutral;
}

KeyButton *actionButton(ActionId id, QWidget *parent)
{
    auto *button = new KeyButton(actionText(id), actionKey(id), parent);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

/// A button with a sign only; its name is said by tool tip and screen reader.
KeyButton *signButton(const QString &sign, ActionId id, QWidget *parent)
{
    auto *button = new KeyButton(sign, {}, parent);
    button->setToolTip(QStringLiteral("%1 (%2)").arg(actionText(id), actionKey(id)));
    button->setAccessibleName(actionText(id));
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

CaseHeading::CaseHeading(QWidget *parent) : QWidget(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    auto *back = new KeyButton(tr("‹ Queue"), actionKey(ActionId::BackToQueue), this);
    row->addWidget(back);
    row->addSpacing(6);
    row->addWidget(makeTitles(), 1);
    m_status = new Badge(this);
    m_sla = new Badge(this);
    m_assign = actionButton(ActionId::AssignToMe, this);
    m_start = actionButton(ActionId::StartReview, this);
    m_start->setPrimary(true);
    m_release = actionButton(ActionId::Release, this);
    m_previous = signButton(QStringLiteral("‹"), ActionId::OpenPrevious, this);
    m_next = signButton(QStringLiteral("›"), ActionId::OpenNext, this);
    for (QWidget *widget : {static_cast<QWidget *>(m_status), static_cast<QWidget *>(m_sla), static_cast<QWidget *>(m_assign),
                            static_cast<QWidget *>(m_start), static_cast<QWidget *>(m_release), static_cast<QWidget *>(m_previous),
                            static_cast<QWidget *>(m_next)})
        row->addWidget(widget);
    connect(back, &KeyButton::clicked, this, &CaseHeading::backRequested);
    connect(m_assign, &KeyButton::clicked, this, &CaseHeading::assignRequested);
    connect(m_start, &KeyButton::clicked, this, &CaseHeading::startRequested);
    connect(m_release, &KeyButton::clicked, this, &CaseHeading::releaseRequested);
    connect(m_previous, &KeyButton::clicked, this, [this] { Q_EMIT neighbourRequested(-1); });
    connect(m_next, &KeyButton::clicked, this, [this] { Q_EMIT neighbourRequested(1); });
}

QWidget *CaseHeading::makeTitles()
{
    auto *titles = new QWidget(this);
    auto *column = new QVBoxLayout(titles);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    auto *first = new QHBoxLayout;
    first->setSpacing(8);
    m_name = makeLabel("title", {}, titles);
    m_number = makeLabel("muted", {}, titles);
    m_number->setTextInteractionFlags(Qt::TextSelectableByMouse);
    first->addWidget(m_name);
    first->addWidget(m_number);
    first->addStretch();
    column->addLayout(first);
    m_loan = new ElidedLabel(titles);
    m_loan->setProperty("look", "muted");
    column->addWidget(m_loan);
    return titles;
}

void CaseHeading::showCase(const api::CaseDetail &detail, Instant now)
{
    m_entry = detail.queueInfo;
    m_name->setText(detail.applicantName);
    m_number->setText(detail.externalId);
    const api::LoanRequest &loan = detail.loanRequest;
    m_loan->setFullText(QStringList{words::moneyText(loan.amount, loan.currency), words::monthsText(loan.termMonths),
                                    words::of(loan.purpose).toLower(),
                                    tr("received %1 %2").arg(words::momentText(detail.createdAt, now), words::of(detail.source))}
                            .join(QStringLiteral(" · ")));
    const bool open = detail.status == ApplicationStatus::Review;
    m_status->show(open ? QString() : words::of(detail.status), detail.status == ApplicationStatus::Declined ? Tone::Lowers : Tone::Accent);
    setNow(now);
}

void CaseHeading::setNow(Instant now)
{
    if (!m_entry || !isOpen(m_entry->status))
        return m_sla->show({}, Tone::Neutral);
    const SlaState state = slaStateAt(now, {m_entry->slaWarningAt, m_entry->slaDeadline}, m_entry->status == QueueStatus::AwaitingDocuments);
    const auto left = std::chrono::duration_cast<std::chrono::seconds>(m_entry->slaDeadline - now).count();
    m_sla->show(tr("%1 · SLA until %2").arg(slaText(left, state), words::momentText(m_entry->slaDeadline, now)), toneOf(state));
}

void CaseHeading::setMoves(const Moves &moves)
{
    m_assign->setVisible(moves.assign);
    m_start->setVisible(moves.start);
    m_release->setVisible(moves.release);
}

void CaseHeading::setNeighbours(bool previous, bool next)
{
    m_previous->setEnabled(previous);
    m_next->setEnabled(next);
}

} // namespace countersign
