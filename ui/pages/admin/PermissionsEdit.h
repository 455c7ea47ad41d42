// The permissions of a user, one by one: as the role says, granted on top of it, or denied.
#pragma once

#include "core/access/Permission.h"

#include <QHash>
#include <QWidget>

class QComboBox;
class QLabel;

namespace countersign {

class PermissionsEdit : public QWidget {
    Q_OBJECT

public:
    explicit PermissionsEdit(QWidget *parent = nullptr);

    struct Rights {
        Role role = Role::Readonly;
        PermissionSet grants;
        PermissionSet denials;
    };
    void setRights(const Rights &rights); ///< says nothing by changed()
    void setRole(Role role);              ///< what the role gives; the choices stay
    PermissionSet grants() const;
    PermissionSet denials() const;
    void setReadOnly(bool readOnly);

Q_SIGNALS:
    void changed();

private:
    struct Row {
        QComboBox *choice = nullptr;
        QLabel *effect = nullptr;
    };
    PermissionSet chosen(int choice) const;
    void showEffects();

    QHash<Permission, Row> m_rows;
    Role m_role = Role::Readonly;
};

} // namespace countersign
