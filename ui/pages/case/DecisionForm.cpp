#include "ui/pages/case/DecisionForm.h"

#include "ui/client/Sentences.h"
#include "ui/pages/case/ConditionsEdit.h"
#include "ui/pages/case/OverridePart.h"
#include "ui/pages/case/ReasonsEdit.h"
#include "ui/pages/case/TermsEdit.h"
#include "ui/pages/case/TextPart.h"
#include "ui/widgets/Actions.h"
#include "ui/widgets/Badge.h"
#include "ui/widgets/KeyButton.h"
#include "ui/widgets/Theme.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace countersign {

namespace {

struct OutcomeRow {
    Outcome outcome;
    ActionId action;
    DecisionOutcome decided;
};
constexpr std::array kOutcomes{
    OutcomeRow{Outcome::Approve, ActionId::Approve, DecisionOutcome::Approved},
    OutcomeRow{Outcome::ApproveWithConditions, ActionId::ApproveWithConditions, DecisionOutcome::Approved},
    OutcomeRow{Outcome::Decline, ActionId::Decline, DecisionOutcome::Declined},
};

const OutcomeRow &rowOf(Outcome outcome)
{
    return kOutcomes[std::size_t(outcome)];
}

/// The sentence for the first fault whose path begins with `path`.
QString faultAt(const QList<FieldError> &faults, const char *path)
{
    for (const FieldError &fault : faults)
        if (fault.path.startsWith(QLatin1String(path)))
            return sentenceFor(fault);
    return {};
}

} // namespace

bool DecisionDraft::isEmpty() const
{
    return !outcome && !terms && conditions.isEmpty() && reasons.isEmpty() && reasoning.trimmed().isEmpty()
        && !overrideReason && justification.trimmed().isEmpty();
}

DecisionForm::DecisionForm(QWidget *parent) : Card(tr("Decision"), parent)
{
    body()->setSpacing(14);
    m_fields = new QWidget(this);
    auto *column = new QVBoxLayout(m_fields);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(14);
    column->addWidget(makeOutcomes());
    m_terms = new TermsEdit(m_fields);
    m_conditions = new ConditionsEdit(m_fields);
    m_reasons = new ReasonsEdit(m_fields);
    m_reasoning = new TextPart({tr("Reasoning"), tr("What decided it; auditors read this years from now"), kMinReasoning, 4}, m_fields);
    m_override = new OverridePart(m_fields);
    for (QWidget *part : {static_cast<QWidget *>(m_terms), static_cast<QWidget *>(m_conditions), static_cast<QWidget *>(m_reasons),
                          static_cast<QWidget *>(m_reasoning), static_cast<QWidget *>(m_override)})
        column->addWidget(part);
    body()->addWidget(m_fields);
    m_verdict = makeLabel("value", {}, this);
    m_verdict->setWordWrap(true);
    m_verdict->setContentsMargins(10, 8, 10, 8);
    body()->addWidget(m_verdict);
    body()->addWidget(makeFoot());
    body()->addStretch();
    connect(m_outcomes, &QButtonGroup::idToggled, this, [this](int, bool on) {
        if (on)
            refresh();
    });
    connect(m_terms, &TermsEdit::changed, this, &DecisionForm::refresh);
    connect(m_conditions, &ConditionsEdit::changed, this, &DecisionForm::refresh);
    connect(m_reasons, &ReasonsEdit::changed, this, &DecisionForm::refresh);
    connect(m_reasoning, &TextPart::changed, this, &DecisionForm::refresh);
    connect(m_override, &OverridePart::changed, this, &DecisionForm::refresh);
}

QWidget *DecisionForm::makeOutcomes()
{
    auto *widget = new QWidget(m_fields);
    auto *grid = new QGridLayout(widget);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(measure::kGap);
    m_outcomes = new QButtonGroup(this);
    for (const OutcomeRow &row : kOutcomes) {
        auto *button = new KeyButton(actionText(row.action), actionKey(row.action), widget);
        button->setChoice(true);
        m_outcomes->addButton(button, int(row.outcome));
        grid->addWidget(button, int(row.outcome) / 2, int(row.outcome) % 2);
    }
    return widget;
}

QWidget *DecisionForm::makeFoot()
{
    auto *foot = new QWidget(this);
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    m_block = makeLabel("muted", {}, foot);
    m_block->setWordWrap(true);
    m_submit = new KeyButton(actionText(ActionId::Submit), actionKey(ActionId::Submit), foot);
    m_submit->setPrimary(true);
    row->addWidget(m_block, 1);
    row->addWidget(m_submit);
    connect(m_submit, &KeyButton::clicked, this, &DecisionForm::submit);
    return foot;
}

void DecisionForm::setCase(const DecisionContext &context, const api::ApprovedTerms &requested, const DecisionDraft &draft)
{
    m_context = context;
    m_tried = false;
    m_busy = false;
    m_outcomes->setExclusive(false);
    for (QAbstractButton *button : m_outcomes->buttons())
        button->setChecked(draft.outcome && int(*draft.outcome) == m_outcomes->id(button));
    m_outcomes->setExclusive(true);
    m_terms->setCase(context, requested);
    if (draft.terms)
        m_terms->setTerms(*draft.terms);
    m_conditions->setToday(context.today);
    m_conditions->setConditions(draft.conditions);
    m_reasons->setOutcome(draft.outcome ? rowOf(*draft.outcome).decided : DecisionOutcome::Approved);
    m_reasons->setReasons(draft.reasons);
    m_reasoning->setText(draft.reasoning);
    m_override->setValues(draft.overrideReason, draft.justification);
    refresh();
}

void DecisionForm::renew(const DecisionContext &context, const api::ApprovedTerms &requested)
{
    m_context = context;
    if (!m_terms->isChanged())
        m_terms->setCase(context, requested);
    m_conditions->setToday(context.today);
    refresh();
}

DecisionDraft DecisionForm::draft() const
{
    return {outcome(),
            m_terms->isChanged() ? m_terms->terms() : std::nullopt,
            m_conditions->conditions(),
            m_reasons->reasons(),
            m_reasoning->text(),
            m_override->reason(),
            m_override->justification()};
}

std::optional<Outcome> DecisionForm::outcome() const
{
    return m_outcomes->checkedId() < 0 ? std::nullopt : std::optional(Outcome(m_outcomes->checkedId()));
}

void DecisionForm::choose(Outcome chosen)
{
    if (!m_fields->isEnabled())
        return;
    m_outcomes->button(int(chosen))->setChecked(true);
    if (chosen == Outcome::ApproveWithConditions && m_conditions->conditions().isEmpty())
        m_conditions->addOne();
}

OverrideAssessment DecisionForm::assessment() const
{
    const auto chosen = outcome();
    return chosen ? assessOverride(m_context.score, rowOf(*chosen).decided, m_context.policy) : OverrideAssessment{};
}

void DecisionForm::refresh()
{
    const auto chosen = outcome();
    const bool approves = chosen != Outcome::Decline;
    m_terms->setVisible(approves);
    m_conditions->setVisible(chosen == Outcome::ApproveWithConditions);
    if (chosen && m_reasons->isEnabled())
        m_reasons->setOutcome(rowOf(*chosen).decided);
    m_override->setAssessment(assessment());
    if (auto wanted = intent(); m_intent != wanted) {
        m_intent = std::move(wanted);
        m_preview.reset();
        Q_EMIT intentChanged();
    }
    refreshVerdict();
    m_block->setText(m_blocked);
    m_submit->setEnabled(m_blocked.isEmpty() && !m_busy);
    m_submit->setText(m_busy ? tr("Submitting…") : actionText(ActionId::Submit));
    if (m_tried)
        showFaults(faults());
}

std::optional<api::DecisionPreviewRequest> DecisionForm::intent() const
{
    const auto chosen = outcome();
    if (!chosen || !validateTerms(decision(), m_context).isEmpty())
        return std::nullopt;
    const bool approves = *chosen != Outcome::Decline;
    return api::DecisionPreviewRequest{{}, rowOf(*chosen).decided, approves ? m_terms->terms() : std::nullopt,
                                       *chosen == Outcome::ApproveWithConditions};
}

void DecisionForm::showPreview(const api::DecisionPreview &preview)
{
    m_preview = preview;
    refreshVerdict();
}

void DecisionForm::refreshVerdict()
{
    const OverrideAssessment assessed = assessment();
    m_verdict->setText(verdict(assessed));
    const Tone tone = !outcome() ? Tone::Neutral : !assessed.isOverride() ? Tone::Raises : Tone::Warning;
    setLook(m_verdict, "tone", toneName(tone));
}

QString DecisionForm::verdict(const OverrideAssessment &assessed) const
{
    if (!outcome())
        return tr("Choose an outcome: 1, 2 or 3.");
    if (!m_context.score)
        return tr("The model gave no score. Your judgement decides.");
    if (!assessed.isOverride())
        return tr("✓ Follows the model's suggestion. No second person needed.");
    if (m_preview && m_preview->needsSecondPerson && m_preview->approvers == 0)
        return tr("! Goes against the model's suggestion. A second person has to countersign it, and nobody else may at the moment.");
    if (m_preview && m_preview->needsSecondPerson && m_preview->approvers)
        return tr("! Goes against the model's suggestion. A second person has to countersign it; %n other(s) may.", nullptr, *m_preview->approvers);
    if (assessed.needsSecondPerson)
        return tr("! Goes against the model's suggestion. A second person has to countersign it.");
    return tr("! Goes against the model's suggestion. It needs a reason and a justification.");
}

api::DecisionCreate DecisionForm::decision() const
{
    const Outcome chosen = outcome().value_or(Outcome::Decline);
    api::DecisionCreate decision;
    decision.decisionOutcome = rowOf(chosen).decided;
    if (chosen != Outcome::Decline)
        decision.approvedTerms = m_terms->terms();
    if (chosen == Outcome::ApproveWithConditions)
        decision.conditions = m_conditions->conditions();
    decision.reasonCodes = m_reasons->reasons();
    decision.reasoning = m_reasoning->text().trimmed();
    if (assessment().isOverride()) {
        decision.overrideReason = m_override->reason();
        decision.overrideJustification = m_override->justification().trimmed();
    }
    return decision;
}

QList<FieldError> DecisionForm::faults() const
{
    QList<FieldError> faults = validateDecision(decision(), m_context);
    if (outcome() == Outcome::ApproveWithConditions && m_conditions->conditions().isEmpty())
        faults.append({QStringLiteral("conditions"), QStringLiteral("required"), {}});
    return faults;
}

void DecisionForm::showFaults(const QList<FieldError> &faults)
{
    m_terms->setFault(faultAt(faults, "approved_terms"));
    m_conditions->setFault(faultAt(faults, "conditions"));
    m_reasons->setFault(faultAt(faults, "reason_codes"));
    m_reasoning->setFault(faultAt(faults, "reasoning"));
    m_override->setFaults(faultAt(faults, "override_reason"), faultAt(faults, "override_justification"));
}

void DecisionForm::setBlocked(const QString &why)
{
    m_blocked = why;
    refresh();
}

void DecisionForm::setBusy(bool busy)
{
    m_busy = busy;
    refresh();
}

void DecisionForm::setReadOnly(bool readOnly)
{
    m_fields->setEnabled(!readOnly);
}

void DecisionForm::submit()
{
    if (!m_submit->isEnabled())
        return;
    m_tried = true;
    if (!outcome()) {
        m_block->setText(tr("Choose an outcome first."));
        m_outcomes->button(0)->setFocus();
        return;
    }
    const QList<FieldError> wrong = faults();
    showFaults(wrong);
    if (!wrong.isEmpty()) {
        m_block->setText(tr("%n field(s) to complete", nullptr, int(wrong.size())));
        focusFirstFault(wrong);
    } else if (assessment().isOverride() && !m_override->isUnderstood()) {
        m_block->setText(tr("Confirm that you know it goes against the model."));
    } else {
        Q_EMIT submitted(decision());
    }
}

void DecisionForm::focusFirstFault(const QList<FieldError> &faults)
{
    const std::array<std::pair<const char *, QWidget *>, 5> parts{{{"approved_terms", m_terms},
                                                                   {"conditions", m_conditions},
                                                                   {"reason_codes", m_reasons},
                                                                   {"reasoning", m_reasoning},
                                                                   {"override", m_override}}};
    for (const auto &[path, part] : parts) {
        if (!faults.first().path.startsWith(QLatin1String(path)))
            continue;
        for (QWidget *child : part->findChildren<QWidget *>())
            if (child->isVisible() && (child->focusPolicy() & Qt::TabFocus))
                return child->setFocus();
    }
}

} // namespace countersign
