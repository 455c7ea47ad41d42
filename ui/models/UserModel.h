// The users of a tenant as a table.
#pragma once

#include "core/api/UserDtos.h"
#include "ui/models/ItemTableModel.h"

namespace countersign {

class UserModel : public ItemTableModel<api::UserAccount> {
    Q_OBJECT

public:
    enum Column { Name, Address, UserRole, State, LastSignIn, ColumnCount };

    using ItemTableModel::ItemTableModel;

    void setNow(Instant now); ///< locks end by themselves
    static QString stateText(const api::UserAccount &user, Instant now);

protected:
    QStringList headings() const override;
    QString text(const api::UserAccount &user, int column) const override;
    QVariant look(const api::UserAccount &user, int column, int role) const override;

private:
    Instant m_now;
};

/// Whether wrong passwords keep the user out at this moment.
bool isLocked(const api::UserAccount &user, Instant now);

} // namespace countersign
