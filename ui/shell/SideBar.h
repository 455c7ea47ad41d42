// The pages one may go to, with how much waits in each.
#pragma once

#include "ui/shell/PageRows.h"

#include <QFrame>
#include <QHash>

class QButtonGroup;

namespace countersign {

class SideButton;

class SideBar : public QFrame {
    Q_OBJECT

public:
    explicit SideBar(QWidget *parent = nullptr);
    void setPermissions(PermissionSet held);  ///< pages that these do not open are hidden
    void setCount(PageId page, qint64 count); ///< 0: none is shown
    void setCurrent(PageId page);
    void clearCurrent(); ///< what is shown is none of them

Q_SIGNALS:
    void pageRequested(PageId page);

private:
    QButtonGroup *m_group = nullptr;
    QHash<PageId, SideButton *> m_buttons;
};

} // namespace countersign
