// The pages one may go to, with how much waits in each.
#pragma once

#include <QFrame>
#include <QHash>

class QButtonGroup;

namespace countersign {

class SideButton;

enum class PageId { Queue };

class SideBar : public QFrame {
    Q_OBJECT

public:
    explicit SideBar(QWidget *parent = nullptr);
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
