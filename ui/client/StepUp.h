// Calls that need a fresh proof of who one is: asks for it only when the daemon wants it, then sends the same call again.
#pragma once

#include "ui/client/ApiClient.h"

namespace countersign {

/// Whoever shows a question listens to proofWanted() and answers by prove() or cancel(). One question at a time; a second
/// call that needs one waits for its turn.
class StepUp : public QObject {
    Q_OBJECT

public:
    explicit StepUp(ApiClient &client, QObject *parent = nullptr) : QObject(parent), m_client(client) {}

    /// What is to be done, and to what: a proof is good for just that, once.
    struct Deed {
        StepUpAction action = StepUpAction::OverrideApproval;
        QUuid object;
        ApiClient::Target target; ///< of the call; its id is empty for a path without one
    };
    /// As ApiClient::callFor(). The answer is an error of reason `step_up_cancelled` when nobody gave the proof.
    template <class Req, class Res, class Query>
    void callFor(const Endpoint<Req, Res, Query> &endpoint, const Deed &deed, const Req &body, QObject *context,
                 std::type_identity_t<ApiClient::Done<Res>> done)
    {
        m_client.callFor(
            endpoint, deed.target, body, context,
            [this, &endpoint, deed, body, context = QPointer<QObject>(context),
             done = std::move(done)](const Result<Res> &answer) {
                if (answer || answer.error().reason != QLatin1String(kRequired))
                    return done(answer);
                ask({deed.action, deed.object, context, [=, this, &endpoint](const Result<QString> &token) {
                         if (!token)
                             return done(token.error());
                         Deed proved = deed;
                         proved.target.stepUp = *token;
                         callFor(endpoint, proved, body, context, done);
                     }});
            });
    }

    /// One of the two.
    struct Proof {
        std::optional<QString> password;
        std::optional<QString> code;
    };
    void prove(const Proof &proof);
    void cancel();

    static bool isCancelled(const Error &error) { return error.reason == QLatin1String(kCancelled); }

Q_SIGNALS:
    void proofWanted(StepUpAction action);
    void proofRefused(const Error &error); ///< it may be given again
    void settled();                        ///< nothing is asked any more

private:
    static constexpr char kRequired[] = "step_up_required";
    static constexpr char kCancelled[] = "step_up_cancelled";

    struct Question {
        StepUpAction action;
        QUuid object;
        QPointer<QObject> context; ///< gone: nobody waits for the answer
        std::function<void(const Result<QString> &token)> done;
    };
    void ask(Question question);
    void settle(const Result<QString> &token);

    ApiClient &m_client;
    QList<Question> m_questions; ///< the first one is being asked
    int m_turn = 0;              ///< counts questions: an answer to one that was given up is nobody's
};

} // namespace countersign
