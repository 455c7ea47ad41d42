#include "ui/pages/admin/TenantEditor.h"

#include "core/api/endpoints/TenantEndpoints.h"
#include "ui/client/Sentences.h"
#include "ui/pages/admin/PasswordDialog.h"
#include "ui/widgets/ConfirmDialog.h"

#include <QVBoxLayout>

namespace countersign {

namespace {

TenantDraft blank()
{
    TenantDraft draft;
    draft.locale = QStringLiteral("sr-Latn-RS");
    draft.timeZone = QStringLiteral("Europe/Belgrade");
    draft.currency = QStringLiteral("RSD");
    return draft;
}

} // namespace

TenantEditor::TenantEditor(Parts parts, QWidget *parent) : QWidget(parent), m_parts(parts), m_newDraft(blank())
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_form = new TenantForm(this);
    column->addWidget(m_form);
    connect(m_form, &TenantForm::submitted, this, &TenantEditor::store);
    connect(m_form, &TenantForm::discardRequested, this, &TenantEditor::discard);
    connect(m_form, &TenantForm::switchRequested, this, &TenantEditor::switchOnOrOff);
}

void TenantEditor::show(const api::TenantInfo &tenant)
{
    keepDraft();
    m_form->showTenant(tenant, m_drafts.value(tenant.id, draftOf(tenant)));
}

void TenantEditor::beginNew()
{
    keepDraft();
    m_form->showNew(m_newDraft);
    m_form->focusFirst();
}

void TenantEditor::clear()
{
    m_drafts.clear();
    m_newDraft = blank();
    m_form->showNothing();
}

void TenantEditor::keepDraft()
{
    if (m_form->isNew())
        m_newDraft = m_form->draft();
    else if (const auto &tenant = m_form->tenant()) {
        if (m_form->isTouched())
            m_drafts.insert(tenant->id, m_form->draft());
        else
            m_drafts.remove(tenant->id);
    }
}

void TenantEditor::discard()
{
    if (const auto tenant = m_form->tenant()) {
        m_drafts.remove(tenant->id);
        m_form->showTenant(*tenant, draftOf(*tenant));
    } else {
        m_newDraft = blank();
        m_form->showNothing();
    }
    Q_EMIT discarded();
}

void TenantEditor::store()
{
    if (m_form->isNew())
        return create();
    if (const auto &tenant = m_form->tenant())
        save(patchFor(*tenant, m_form->draft()));
}

void TenantEditor::create()
{
    m_form->setBusy(true);
    m_parts.client.call(api::createTenant, creationFor(m_form->draft()), this,
                        [this](const Result<api::TenantCreated> &answer) {
                            m_form->setBusy(false);
                            if (!answer)
                                return fail({}, answer.error());
                            m_newDraft = blank();
                            m_form->showNothing();
                            Q_EMIT created(*answer);
                            PasswordDialog::show(answer->administrator, this);
                        });
}

void TenantEditor::save(const api::TenantPatch &patch)
{
    const api::TenantInfo seen = *m_form->tenant();
    m_form->setBusy(true);
    m_parts.client.callFor(api::updateTenant, {seen.id.toString(), seen.version}, patch, this,
                           [this, seen](const Result<api::TenantInfo> &answer) {
                               m_form->setBusy(false);
                               if (!answer)
                                   return answer.error().reason == QLatin1String("stale_version")
                                       ? reconcile(seen)
                                       : fail(seen.id, answer.error());
                               Q_EMIT changed(*answer);
                               Q_EMIT done(tr("%1: saved.").arg(answer->name));
                               m_drafts.remove(seen.id);
                               if (isShown(seen.id))
                                   m_form->showTenant(*answer, draftOf(*answer));
                           });
}

void TenantEditor::switchOnOrOff()
{
    const api::TenantInfo tenant = *m_form->tenant();
    api::TenantPatch patch;
    patch.isActive = !tenant.isActive;
    if (!tenant.isActive)
        return save(patch);
    ConfirmDialog::ask(
        {tr("Switch off %1").arg(tenant.name),
         tr("Every session of its people ends at once, and nobody can sign in there until it is switched on again."),
         tr("Switch off")},
        this, [this, patch, id = tenant.id] {
            if (isShown(id))
                save(patch);
        });
}

void TenantEditor::fail(TenantId id, const Error &error)
{
    if (!id.isNull() && !isShown(id))
        return Q_EMIT done(sentenceFor(error));
    m_form->say(sentenceFor(error), Tone::Breach);
    m_form->showFaults(error.fields);
}

void TenantEditor::reconcile(const api::TenantInfo &seen)
{
    m_parts.client.callFor(
        api::getTenant, {seen.id.toString(), {}}, Nothing{}, this, [this, seen](const Result<api::TenantInfo> &answer) {
            if (!answer)
                return fail(seen.id, answer.error());
            Q_EMIT changed(*answer);
            if (!isShown(seen.id))
                return;
            const TenantDraft draft = rebased(m_form->draft(), seen, *answer);
            m_form->showTenant(*answer, draft);
            const QString what = changesBetween(seen, *answer).join(QStringLiteral("; "));
            m_form->say(
                tr("Somebody changed this bank meanwhile: %1. What you typed is kept; look at it and save again.")
                    .arg(what),
                Tone::Warning);
        });
}

} // namespace countersign
