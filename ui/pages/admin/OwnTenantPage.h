// The settings of the bank that somebody administers.
#pragma once

#include "ui/pages/admin/TenantEditor.h"
#include "ui/widgets/StatefulView.h"

namespace countersign {

class OwnTenantPage : public QWidget {
    Q_OBJECT

public:
    using Parts = TenantEditor::Parts;
    explicit OwnTenantPage(Parts parts, QWidget *parent = nullptr);

    void refresh();
    void clear(); ///< what was shown to somebody else

Q_SIGNALS:
    void done(const QString &sentence);

private:
    void load();

    Parts m_parts;
    StatefulView *m_view = nullptr;
    TenantEditor *m_editor = nullptr;
};

} // namespace countersign
