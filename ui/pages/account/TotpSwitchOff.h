// Switching one-time codes off: by the password and one last code.
#pragma once

#include "ui/client/ApiClient.h"

#include <QWidget>

namespace countersign {

class CodeEdit;
class LabeledEdit;

class TotpSwitchOff : public QWidget {
    Q_OBJECT

public:
    explicit TotpSwitchOff(ApiClient &client, QWidget *parent = nullptr);

    void reset();

Q_SIGNALS:
    void switchedOff();

private:
    QWidget *makeForm();
    void submit();

    ApiClient &m_client;
    QWidget *m_begin = nullptr;
    QWidget *m_form = nullptr;
    LabeledEdit *m_password = nullptr;
    CodeEdit *m_code = nullptr;
};

} // namespace countersign
