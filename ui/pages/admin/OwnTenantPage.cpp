#include "ui/pages/admin/OwnTenantPage.h"

#include "core/api/endpoints/TenantEndpoints.h"
#include "ui/client/Sentences.h"
#include "ui/widgets/Actions.h"

#include <QAction>
#include <QVBoxLayout>

namespace countersign {

namespace {

constexpr int kWidest = 640; ///< a form is not read across a whole screen

} // namespace

OwnTenantPage::OwnTenantPage(Parts parts, QWidget *parent) : QWidget(parent), m_parts(parts)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_editor = new TenantEditor(m_parts);
    m_editor->setMaximumWidth(kWidest);
    m_view = new StatefulView(m_editor, this);
    column->addWidget(m_view);
    setFocusProxy(m_editor);
    connect(m_view, &StatefulView::actionTriggered, this, &OwnTenantPage::load);
    connect(m_editor, &TenantEditor::done, this, &OwnTenantPage::done);
    connect(makeAction(this, ActionId::Refresh), &QAction::triggered, this, &OwnTenantPage::load);
    connect(makeAction(this, ActionId::Save), &QAction::triggered, this, [this] { m_editor->submit(); });
}

void OwnTenantPage::refresh()
{
    m_editor->setMayManage(m_parts.session.may(Permission::TenantManage));
    load();
}

void OwnTenantPage::load()
{
    if (!m_parts.session.isSignedIn())
        return;
    m_view->showLoading();
    m_parts.client.callFor(api::getTenant, {m_parts.session.user().tenantId.toString(), {}}, Nothing{}, this,
                           [this](const Result<api::TenantInfo> &answer) {
                               if (!answer)
                                   return m_view->showMessage({tr("The settings cannot be shown"),
                                                               sentenceFor(answer.error()), tr("Try again")});
                               m_editor->show(*answer);
                               m_view->showContent();
                           });
}

void OwnTenantPage::clear()
{
    m_editor->clear();
}

} // namespace countersign
