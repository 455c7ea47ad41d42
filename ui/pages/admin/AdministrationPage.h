// What is administered, in tabs: only those that the person may open.
#pragma once

#include "ui/pages/admin/UsersPage.h"

class QStackedWidget;
class QTabBar;

namespace countersign {

class AdministrationPage : public QWidget {
    Q_OBJECT

public:
    using Parts = UsersPage::Parts;
    explicit AdministrationPage(Parts parts, QWidget *parent = nullptr);

    void enter(); ///< tabs by the permissions of who is signed in; loads the one in front
    void clear(); ///< what was shown to somebody else

Q_SIGNALS:
    void recordRequested(const QString &entityType, const QUuid &id, const QString &name);
    void done(const QString &sentence);

private:
    struct Tab {
        QString name;
        PermissionSet anyOf;
        QWidget *page;
        std::function<void()> enter;
        std::function<void()> clear;
    };
    template <class Page>
    void addTab(Page *page, PermissionSet anyOf, const QString &name);
    void showTab(int index);

    Parts m_parts;
    QTabBar *m_bar = nullptr;
    QStackedWidget *m_pages = nullptr;
    QList<Tab> m_tabs;
    PermissionSet m_held; ///< what the tabs in the bar were made for
};

} // namespace countersign
