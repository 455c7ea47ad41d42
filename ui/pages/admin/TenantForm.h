// A tenant: what it is called, in which money, language and hours it works, how many of its loans go bad.
#pragma once

#include "ui/models/TenantDraft.h"
#include "ui/widgets/Badge.h"
#include "ui/widgets/Card.h"

#include <QHash>

#include <optional>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace countersign {

class Banner;
class CalendarEdit;
class FormField;
class KeyButton;

class TenantForm : public Card {
    Q_OBJECT

public:
    explicit TenantForm(QWidget *parent = nullptr);

    void setMayManage(bool may); ///< name and state too, not only the settings
    void showNothing();
    void showTenant(const api::TenantInfo &tenant, const TenantDraft &draft);
    void showNew(const TenantDraft &draft);
    const std::optional<api::TenantInfo> &tenant() const { return m_tenant; }
    bool isNew() const { return m_isNew; }
    TenantDraft draft() const;
    bool isTouched() const;

    void showFaults(const QList<FieldError> &faults);
    void say(const QString &text, Tone tone);
    void clearMessages();
    void setBusy(bool busy);
    void submit();
    void focusFirst();

Q_SIGNALS:
    void submitted();
    void discardRequested();
    void switchRequested();

private:
    QWidget *makeFields();
    QWidget *makeFoot();
    QLineEdit *addText(const char *path, const QString &name);
    void fill(const TenantDraft &draft);
    void edited();

    std::optional<api::TenantInfo> m_tenant;
    TenantDraft m_newDraft; ///< as it began
    bool m_isNew = false;
    bool m_mayManage = false;
    bool m_busy = false;
    QLabel *m_title = nullptr;
    Badge *m_state = nullptr;
    Banner *m_banner = nullptr;
    QWidget *m_content = nullptr;
    QWidget *m_fields = nullptr;
    QHash<QString, FormField *> m_fieldOf; ///< by path
    QLineEdit *m_slug = nullptr;
    QLineEdit *m_name = nullptr;
    QLineEdit *m_currency = nullptr;
    QLineEdit *m_locale = nullptr;
    QComboBox *m_timeZone = nullptr;
    CalendarEdit *m_calendar = nullptr;
    QLineEdit *m_badRate = nullptr;
    QLineEdit *m_email = nullptr;
    QLineEdit *m_person = nullptr;
    QPushButton *m_switch = nullptr;
    KeyButton *m_save = nullptr;
    QPushButton *m_discard = nullptr;
};

} // namespace countersign
