#include "ui/pages/admin/PermissionsEdit.h"

#include "ui/models/Words.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/Theme.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QWheelEvent>

namespace countersign {

namespace {

enum Choice { AsTheRole, Granted, Denied };

/// The wheel scrolls the form and changes nobody's rights on the way.
class CalmComboBox : public QComboBox {
public:
    using QComboBox::QComboBox;

protected:
    void wheelEvent(QWheelEvent *event) override { event->ignore(); }
};

} // namespace

PermissionsEdit::PermissionsEdit(QWidget *parent) : QWidget(parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(measure::kGap);
    grid->setVerticalSpacing(4);
    int at = 0;
    for (const auto &[permission, code] : enumTexts<Permission>) {
        if (permission == Permission::TenantManage) // comes with the platform's role and in no other way
            continue;
        auto *name = makeLabel("value", words::of(permission), this);
        name->setToolTip(QLatin1String(code));
        name->setWordWrap(true);
        Row row{new CalmComboBox(this), makeLabel("small", {}, this)};
        row.choice->addItems({QString(), tr("Granted"), tr("Denied")});
        row.choice->setAccessibleName(words::of(permission));
        name->setBuddy(row.choice);
        grid->addWidget(name, at, 0);
        grid->addWidget(row.choice, at, 1);
        grid->addWidget(row.effect, at++, 2);
        m_rows.insert(permission, row);
        connect(row.choice, &QComboBox::currentIndexChanged, this, [this] {
            showEffects();
            Q_EMIT changed();
        });
    }
    grid->setColumnStretch(0, 1);
    showEffects();
}

void PermissionsEdit::setRights(const Rights &rights)
{
    m_role = rights.role;
    for (auto row = m_rows.begin(); row != m_rows.end(); ++row) {
        const QSignalBlocker quiet(row->choice);
        row->choice->setCurrentIndex(rights.denials.contains(row.key())      ? Denied
                                         : rights.grants.contains(row.key()) ? Granted
                                                                             : AsTheRole);
    }
    showEffects();
}

void PermissionsEdit::setRole(Role role)
{
    m_role = role;
    showEffects();
}

PermissionSet PermissionsEdit::chosen(int choice) const
{
    PermissionSet set;
    for (auto row = m_rows.begin(); row != m_rows.end(); ++row)
        if (row->choice->currentIndex() == choice)
            set = set | PermissionSet{row.key()};
    return set;
}

PermissionSet PermissionsEdit::grants() const
{
    return chosen(Granted);
}

PermissionSet PermissionsEdit::denials() const
{
    return chosen(Denied);
}

void PermissionsEdit::setReadOnly(bool readOnly)
{
    for (const Row &row : std::as_const(m_rows))
        row.choice->setEnabled(!readOnly);
}

void PermissionsEdit::showEffects()
{
    const PermissionSet held = effectivePermissions(m_role, grants(), denials());
    for (auto row = m_rows.begin(); row != m_rows.end(); ++row) {
        const bool may = held.contains(row.key());
        row->choice->setItemText(
            AsTheRole, permissionsOf(m_role).contains(row.key()) ? tr("As the role: yes") : tr("As the role: no"));
        row->effect->setText(may ? tr("✓ may") : tr("– may not"));
        setLook(row->effect, "look", may ? "live" : "small");
        row->choice->setAccessibleDescription(row->effect->text());
    }
}

} // namespace countersign
