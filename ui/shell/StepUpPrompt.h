// Shows the question of a StepUp over the window and takes the answer back to it.
#pragma once

#include "ui/client/Session.h"
#include "ui/client/StepUp.h"

#include <QWidget>

namespace countersign {

class StepUpDialog;

class StepUpPrompt : public QObject {
    Q_OBJECT

public:
    StepUpPrompt(StepUp &stepUp, Session &session, QWidget *window);
    ~StepUpPrompt() override;

private:
    void show(StepUpAction action);

    StepUp &m_stepUp;
    Session &m_session;
    QWidget *const m_window;
    QPointer<StepUpDialog> m_dialog;
};

} // namespace countersign
