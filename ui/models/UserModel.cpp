#include "ui/models/UserModel.h"

#include "ui/models/Words.h"

namespace countersign {

bool isLocked(const api::UserAccount &user, Instant now)
{
    return user.lockedUntil && *user.lockedUntil > now;
}

void UserModel::setNow(Instant now)
{
    m_now = now;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, State), index(rowCount() - 1, LastSignIn));
}

QString UserModel::stateText(const api::UserAccount &user, Instant now)
{
    if (!user.isActive)
        return tr("Switched off");
    if (isLocked(user, now))
        return tr("Locked until %1").arg(words::momentText(*user.lockedUntil, now));
    return user.mustChangePassword ? tr("Has a one-time password") : tr("Active");
}

QStringList UserModel::headings() const
{
    return {tr("Name"), tr("E-mail address"), tr("Role"), tr("State"), tr("Last sign-in")};
}

QString UserModel::text(const api::UserAccount &user, int column) const
{
    switch (Column(column)) {
    case Name:
        return user.name;
    case Address:
        return user.email;
    case UserRole:
        return user.grants.isEmpty() && user.denials.isEmpty() ? words::of(user.role)
                                                               : tr("%1, adjusted").arg(words::of(user.role));
    case State:
        return stateText(user, m_now);
    case LastSignIn:
        return user.lastLoginAt ? words::momentText(*user.lastLoginAt, m_now) : tr("never");
    case ColumnCount:
        break;
    }
    return {};
}

QVariant UserModel::look(const api::UserAccount &user, int column, int role) const
{
    switch (role) {
    case BoldRole:
        return column == Name;
    case MutedRole:
        return !user.isActive || column == Address || (column == LastSignIn && !user.lastLoginAt);
    default:
        return {};
    }
}

} // namespace countersign
