#include "ui/shell/StepUpPrompt.h"

#include "ui/client/Sentences.h"
#include "ui/widgets/StepUpDialog.h"

#include <QCoreApplication>

namespace countersign {

namespace {

struct Deed {
    StepUpAction action;
    const char *text;
};
constexpr std::array kDeeds{
    Deed{StepUpAction::OverrideApproval,
         QT_TRANSLATE_NOOP("StepUpPrompt",
                           "You are about to give the second signature to a decision against the model.")},
    Deed{StepUpAction::PolicyApproval, QT_TRANSLATE_NOOP("StepUpPrompt", "You are about to approve a policy.")},
    Deed{StepUpAction::PolicyActivation, QT_TRANSLATE_NOOP("StepUpPrompt", "You are about to put a policy in force.")},
    Deed{StepUpAction::ModelPromotion,
         QT_TRANSLATE_NOOP("StepUpPrompt", "You are about to put a model in production.")},
    Deed{StepUpAction::StopSwitch,
         QT_TRANSLATE_NOOP("StepUpPrompt", "You are about to stop or start automatic decisions.")},
    Deed{StepUpAction::Erasure, QT_TRANSLATE_NOOP("StepUpPrompt", "You are about to erase a person's data for good.")},
};
static_assert(kDeeds.size() == enumTexts<StepUpAction>.size(), "every action has a sentence");

QString sentenceOf(StepUpAction action)
{
    for (const Deed &deed : kDeeds)
        if (deed.action == action)
            return QCoreApplication::translate("StepUpPrompt", deed.text);
    return {};
}

} // namespace

StepUpPrompt::StepUpPrompt(StepUp &stepUp, Session &session, QWidget *window)
    : QObject(window), m_stepUp(stepUp), m_session(session), m_window(window)
{
    connect(&m_stepUp, &StepUp::proofWanted, this, &StepUpPrompt::show);
    connect(&m_stepUp, &StepUp::proofRefused, this, [this](const Error &error) {
        if (m_dialog)
            m_dialog->refuse(sentenceFor(error));
    });
    connect(&m_stepUp, &StepUp::settled, this, [this] {
        if (StepUpDialog *dialog = std::exchange(m_dialog, nullptr))
            dialog->accept();
    });
    connect(&m_session, &Session::signedOut, &m_stepUp, &StepUp::cancel);
}

StepUpPrompt::~StepUpPrompt()
{
    m_stepUp.cancel(); // nobody is left to answer
}

void StepUpPrompt::show(StepUpAction action)
{
    if (!m_session.isSignedIn())
        return m_stepUp.cancel();
    const api::UserInfo &user = m_session.user();
    m_dialog = new StepUpDialog({sentenceOf(action), user.email, user.totpEnabled}, m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &StepUpDialog::passwordGiven, &m_stepUp, [this](const QString &password) {
        m_stepUp.prove({password, {}});
    });
    connect(m_dialog, &StepUpDialog::codeGiven, &m_stepUp, [this](const QString &code) { m_stepUp.prove({{}, code}); });
    connect(m_dialog, &QDialog::rejected, &m_stepUp, [this] {
        m_dialog = nullptr; // closes itself
        m_stepUp.cancel();
    });
    m_dialog->open();
}

} // namespace countersign
