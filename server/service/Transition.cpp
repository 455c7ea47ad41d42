#include "server/service/Transition.h"

#include <QStringList>

namespace countersign {

QString allowedAfter(ApplicationStatus from)
{
    QStringList allowed;
    for (const ApplicationStatus next : nextStatuses(from))
        allowed.append(toText(next));
    return allowed.isEmpty() ? QStringLiteral("nothing") : allowed.join(QLatin1String(", "));
}

Error transitionNotAllowed(ApplicationStatus from, ApplicationStatus to)
{
    return {ErrorCode::Conflict,
            QStringLiteral("transition_not_allowed"),
            QStringLiteral("The application is %1 and cannot become %2; it may become: %3.")
                .arg(toText(from), toText(to), allowedAfter(from)),
            {}};
}

} // namespace countersign
