// The form of a tenant with what it does: stores, switches off and on, makes; and what comes back.
#pragma once

#include "ui/client/ServiceClock.h"
#include "ui/client/Session.h"
#include "ui/pages/admin/TenantForm.h"

namespace countersign {

class TenantEditor : public QWidget {
    Q_OBJECT

public:
    struct Parts {
        ApiClient &client;
        Session &session;
        ServiceClock &clock;
    };
    explicit TenantEditor(Parts parts, QWidget *parent = nullptr);

    void setMayManage(bool may) { m_form->setMayManage(may); }
    void show(const api::TenantInfo &tenant); ///< with what was typed about it before
    void beginNew();
    void clear(); ///< what was shown to somebody else, and what he typed
    void submit() { m_form->submit(); }
    void focusForm() { m_form->focusFirst(); }
    bool isBusyWithNew() const { return m_form->isNew() && m_form->isTouched(); }

Q_SIGNALS:
    void changed(const api::TenantInfo &tenant); ///< it is so now
    void created(const api::TenantCreated &tenant);
    void discarded();
    void done(const QString &sentence);

private:
    void keepDraft();
    void discard();
    void store();
    void create();
    void save(const api::TenantPatch &patch);
    void switchOnOrOff();
    void fail(TenantId id, const Error &error);
    void reconcile(const api::TenantInfo &seen);
    bool isShown(TenantId id) const { return m_form->tenant() && m_form->tenant()->id == id; }

    Parts m_parts;
    TenantForm *m_form = nullptr;
    QHash<TenantId, TenantDraft> m_drafts;
    TenantDraft m_newDraft;
};

} // namespace countersign
