#include "ui/client/StepUp.h"

#include "core/api/endpoints/AuthEndpoints.h"

namespace countersign {

void StepUp::ask(Question question)
{
    m_questions.append(std::move(question));
    if (m_questions.size() == 1)
        Q_EMIT proofWanted(m_questions.first().action);
}

void StepUp::prove(const Proof &proof)
{
    if (m_questions.isEmpty())
        return;
    const Question &question = m_questions.first();
    const api::StepUpRequest request{question.action, question.object, proof.password, proof.code};
    m_client.call(api::stepUp, request, this, [this, turn = m_turn](const Result<api::StepUpToken> &answer) {
        if (turn != m_turn)
            return;
        if (answer)
            settle(answer->token);
        else
            Q_EMIT proofRefused(answer.error());
    });
}

void StepUp::cancel()
{
    if (!m_questions.isEmpty())
        settle(Error{ErrorCode::Forbidden, QLatin1String(kCancelled), {}, {}});
}

void StepUp::settle(const Result<QString> &token)
{
    const Question question = m_questions.takeFirst();
    ++m_turn;
    Q_EMIT settled();
    if (question.context)
        question.done(token);
    if (!m_questions.isEmpty())
        Q_EMIT proofWanted(m_questions.first().action);
}

} // namespace countersign
