// Switching one-time codes on, in three steps: why, the password, the secret in the app with its first code.
#pragma once

#include "core/api/AuthDtos.h"
#include "ui/client/ApiClient.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace countersign {

class CodeEdit;
class LabeledEdit;
class QrCode;

class TotpSetUp : public QWidget {
    Q_OBJECT

public:
    explicit TotpSetUp(ApiClient &client, QWidget *parent = nullptr);

    void reset(); ///< to the first step; what was shown and typed is gone

Q_SIGNALS:
    void switchedOn();

private:
    enum Step { Why, Password, Secret };

    QWidget *makeWhy();
    QWidget *makePassword();
    QWidget *makeSecret();
    QWidget *makeButtons(const QString &accept, void (TotpSetUp::*slot)());
    void showStep(Step step);
    void begin();
    void showSecret(const api::TotpSecret &secret);
    void confirm();

    ApiClient &m_client;
    QList<QWidget *> m_panes; ///< by step
    LabeledEdit *m_password = nullptr;
    QrCode *m_picture = nullptr;
    QLabel *m_secret = nullptr;
    CodeEdit *m_code = nullptr;
};

} // namespace countersign
