// What a decision against the model needs beside its reasoning: a coded reason, a justification, and knowing it.
#pragma once

#include "core/decision/OverrideRule.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;

namespace countersign {

class TextPart;

class OverridePart : public QWidget {
    Q_OBJECT

public:
    explicit OverridePart(QWidget *parent = nullptr);

    void setAssessment(const OverrideAssessment &assessment); ///< hides itself when nothing is overridden
    std::optional<OverrideReason> reason() const;
    QString justification() const;
    bool isUnderstood() const;
    void setValues(std::optional<OverrideReason> reason, const QString &justification);
    void setFaults(const QString &reason, const QString &justification);

Q_SIGNALS:
    void changed();

private:
    QLabel *m_title = nullptr;
    QComboBox *m_reason = nullptr;
    QLabel *m_reasonFault = nullptr;
    TextPart *m_justification = nullptr;
    QCheckBox *m_understood = nullptr;
};

} // namespace countersign
