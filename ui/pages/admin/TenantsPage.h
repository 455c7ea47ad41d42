// All tenants of the installation, for those who run it.
#pragma once

#include "ui/models/TenantModel.h"
#include "ui/pages/admin/TenantEditor.h"
#include "ui/pages/list/ListFeed.h"

namespace countersign {

class TenantsPage : public QWidget {
    Q_OBJECT

public:
    using Parts = TenantEditor::Parts;
    explicit TenantsPage(Parts parts, QWidget *parent = nullptr);

    void refresh();
    void clear(); ///< what was shown to somebody else
    void focusList();

Q_SIGNALS:
    void done(const QString &sentence);

private:
    QWidget *makeFilters();
    QWidget *makeList();
    void makeActions();
    void load();
    void showSelected();

    Parts m_parts;
    TenantModel *m_model = nullptr;
    PagedTable *m_list = nullptr;
    std::unique_ptr<ListFeed<api::TenantInfo>> m_feed;
    TenantEditor *m_editor = nullptr;
    QComboBox *m_state = nullptr;
};

} // namespace countersign
