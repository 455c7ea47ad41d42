// The form a case is decided with. It asks core what is wrong and says so while one types; it never sends anything itself.
#pragma once

#include "core/api/CaseDtos.h"
#include "core/api/DecisionListDtos.h"
#include "core/api/DecisionRules.h"
#include "ui/widgets/Card.h"

class QButtonGroup;
class QScrollArea;

namespace countersign {

class Badge;
class ConditionsEdit;
class KeyButton;
class OverridePart;
class ReasonsEdit;
class TermsEdit;
class TextPart;

enum class Outcome { Approve, ApproveWithConditions, Decline };

/// What somebody typed so far.
struct DecisionDraft {
    std::optional<Outcome> outcome;
    std::optional<api::ApprovedTerms> terms; ///< other than requested
    QList<api::ConditionCreate> conditions;
    QList<ReasonCode> reasons;
    QString reasoning;
    std::optional<OverrideReason> overrideReason;
    QString justification;

    bool isEmpty() const; ///< nothing that would be missed
};

class DecisionForm : public Card {
    Q_OBJECT

public:
    explicit DecisionForm(QWidget *parent = nullptr);

    void setCase(const DecisionContext &context, const api::ApprovedTerms &requested, const DecisionDraft &draft);
    /// The same case as it is now; what was typed stays, and so does the focus.
    void renew(const DecisionContext &context, const api::ApprovedTerms &requested);
    DecisionDraft draft() const;
    void choose(Outcome outcome);
    /// Nothing: it may be submitted. Otherwise why not, for the line beside the button; typing stays possible.
    void setBlocked(const QString &why);
    void setBusy(bool busy);
    void setReadOnly(bool readOnly); ///< nobody decides this case here
    void showFaults(const QList<FieldError> &faults);
    /// What may be asked of the daemon before deciding; nothing before an outcome is chosen and the terms are possible ones.
    std::optional<api::DecisionPreviewRequest> intent() const;
    void showPreview(const api::DecisionPreview &preview); ///< of intent()
    void submit(); ///< shows what is wrong, or asks for submission

Q_SIGNALS:
    /// applicationId and applicationVersion are left to the page.
    void submitted(const api::DecisionCreate &decision);
    void intentChanged();

private:
    QWidget *makeOutcomes();
    QWidget *makeFoot();
    void refresh();
    void refreshVerdict();
    QString verdict(const OverrideAssessment &assessment) const;
    api::DecisionCreate decision() const;
    QList<FieldError> faults() const;
    std::optional<Outcome> outcome() const;
    OverrideAssessment assessment() const;
    void focusFirstFault(const QList<FieldError> &faults);

    DecisionContext m_context;
    QButtonGroup *m_outcomes = nullptr;
    TermsEdit *m_terms = nullptr;
    ConditionsEdit *m_conditions = nullptr;
    ReasonsEdit *m_reasons = nullptr;
    TextPart *m_reasoning = nullptr;
    OverridePart *m_override = nullptr;
    QLabel *m_verdict = nullptr;
    QLabel *m_block = nullptr;
    KeyButton *m_submit = nullptr;
    QWidget *m_fields = nullptr;
    QString m_blocked;
    std::optional<api::DecisionPreviewRequest> m_intent; ///< that was announced last
    std::optional<api::DecisionPreview> m_preview;       ///< of it
    bool m_busy = false;
    bool m_tried = false; ///< from the first attempt on, faults are shown while one types
};

} // namespace countersign
