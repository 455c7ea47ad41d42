#include "ui/pages/case/ReasonsEdit.h"

#include "ui/models/Words.h"
#include "ui/widgets/FlowLayout.h"

#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

namespace countersign {

namespace {

constexpr int kMost = 4; ///< as many as the applicant is told

} // namespace

ReasonsEdit::ReasonsEdit(QWidget *parent) : FormPart(tr("Reasons"), parent)
{
    m_chips = new QWidget(this);
    new FlowLayout(6, m_chips);
    body()->addWidget(m_chips);
    m_add = new QPushButton(tr("+ Reason"), m_chips);
    m_add->setProperty("chip", true);
    m_add->setAccessibleName(tr("Add a reason"));
    connect(m_add, &QPushButton::clicked, this, &ReasonsEdit::openMenu);
    rebuild();
}

void ReasonsEdit::setOutcome(DecisionOutcome outcome)
{
    if (m_outcome == outcome)
        return;
    m_outcome = outcome;
    setReasons(m_reasons);
}

void ReasonsEdit::setReasons(const QList<ReasonCode> &reasons)
{
    m_reasons = reasons;
    m_reasons.removeIf([this](ReasonCode reason) { return !reasonFits(reason, m_outcome); });
    rebuild();
}

void ReasonsEdit::openMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const auto &row : enumTexts<ReasonCode>) {
        const ReasonCode reason = row.value;
        if (!reasonFits(reason, m_outcome) || m_reasons.contains(reason))
            continue;
        QAction *action = menu->addAction(words::of(reason));
        connect(action, &QAction::triggered, this, [this, reason] {
            m_reasons.append(reason);
            rebuild();
            m_add->setFocus();
            Q_EMIT changed();
        });
    }
    menu->popup(m_add->mapToGlobal(QPoint(0, m_add->height() + 2)));
}

void ReasonsEdit::rebuild()
{
    QLayout *layout = m_chips->layout();
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (item->widget() != m_add)
            item->widget()->deleteLater();
        delete item;
    }
    for (const ReasonCode reason : m_reasons) {
        auto *chip = new QPushButton(words::of(reason) + QStringLiteral("  ×"), m_chips);
        chip->setProperty("chip", true);
        chip->setCheckable(true);
        chip->setChecked(true);
        chip->setAccessibleName(tr("Reason %1; press to remove").arg(words::of(reason)));
        layout->addWidget(chip);
        connect(chip, &QPushButton::clicked, this, [this, reason] {
            m_reasons.removeAll(reason);
            rebuild();
            m_add->setFocus();
            Q_EMIT changed();
        });
        chip->show();
    }
    layout->addWidget(m_add);
    m_add->setVisible(m_reasons.size() < kMost);
    layout->invalidate();
    m_chips->updateGeometry();
}

} // namespace countersign
