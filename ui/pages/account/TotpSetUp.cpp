#include "ui/pages/account/TotpSetUp.h"

#include "core/api/endpoints/AuthEndpoints.h"
#include "ui/client/Sentences.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/CodeEdit.h"
#include "ui/widgets/QrCode.h"
#include "ui/widgets/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace countersign {

namespace {

constexpr int kGroup = 4; ///< characters of the secret that are read in one go

QVBoxLayout *columnOf(QWidget *pane)
{
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(measure::kGap + 2);
    return column;
}

QLabel *makeText(const QString &text, QWidget *parent)
{
    auto *label = makeLabel("muted", text, parent);
    label->setWordWrap(true);
    return label;
}

QString inGroups(const QString &secret)
{
    QStringList groups;
    for (qsizetype at = 0; at < secret.size(); at += kGroup)
        groups.append(secret.mid(at, kGroup));
    return groups.join(QLatin1Char(' '));
}

} // namespace

TotpSetUp::TotpSetUp(ApiClient &client, QWidget *parent) : QWidget(parent), m_client(client)
{
    QVBoxLayout *column = columnOf(this);
    m_panes = {makeWhy(), makePassword(), makeSecret()};
    for (QWidget *pane : m_panes)
        column->addWidget(pane);
    showStep(Why);
}

QWidget *TotpSetUp::makeWhy()
{
    auto *pane = new QWidget(this);
    QVBoxLayout *column = columnOf(pane);
    column->addWidget(
        makeText(tr("A code of an authenticator app, asked for when you sign in, keeps whoever learns your "
                    "password out of your account."),
                 pane));
    auto *begin = new QPushButton(tr("Set up one-time codes"), pane);
    column->addWidget(begin, 0, Qt::AlignLeft);
    connect(begin, &QPushButton::clicked, this, [this] {
        showStep(Password);
        m_password->setFocus();
    });
    return pane;
}

QWidget *TotpSetUp::makePassword()
{
    auto *pane = new QWidget(this);
    QVBoxLayout *column = columnOf(pane);
    m_password = new LabeledEdit(tr("Your password"), pane);
    m_password->edit()->setEchoMode(QLineEdit::Password);
    column->addWidget(m_password);
    column->addWidget(makeButtons(tr("Go on"), &TotpSetUp::begin));
    connect(m_password->edit(), &QLineEdit::returnPressed, this, &TotpSetUp::begin);
    return pane;
}

QWidget *TotpSetUp::makeSecret()
{
    auto *pane = new QWidget(this);
    QVBoxLayout *column = columnOf(pane);
    column->addWidget(makeText(
        tr("Scan this with your authenticator app, or type the secret into it. It is shown this once."), pane));
    m_picture = new QrCode(pane);
    m_picture->setAccessibleName(tr("The secret as a QR code"));
    column->addWidget(m_picture, 0, Qt::AlignHCenter);
    m_secret = makeLabel("code", {}, pane);
    m_secret->setAlignment(Qt::AlignCenter);
    m_secret->setWordWrap(true);
    m_secret->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    column->addWidget(m_secret);
    m_code = new CodeEdit(tr("The code that the app shows now"), pane);
    column->addWidget(m_code);
    column->addWidget(makeButtons(tr("Switch on"), &TotpSetUp::confirm));
    connect(m_code->edit(), &QLineEdit::returnPressed, this, &TotpSetUp::confirm);
    return pane;
}

QWidget *TotpSetUp::makeButtons(const QString &accept, void (TotpSetUp::*slot)())
{
    auto *buttons = new QWidget(this);
    auto *row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    auto *go = new QPushButton(accept, buttons);
    go->setProperty("primary", true);
    auto *cancel = new QPushButton(tr("Cancel"), buttons);
    row->addStretch();
    row->addWidget(cancel);
    row->addWidget(go);
    connect(go, &QPushButton::clicked, this, slot);
    connect(cancel, &QPushButton::clicked, this, &TotpSetUp::reset);
    return buttons;
}

void TotpSetUp::reset()
{
    m_password->clear();
    m_code->clear();
    m_secret->clear();
    m_picture->setText({});
    showStep(Why);
}

void TotpSetUp::showStep(Step step)
{
    for (int i = 0; i < m_panes.size(); ++i)
        m_panes[i]->setVisible(i == step);
}

void TotpSetUp::begin()
{
    if (m_password->text().isEmpty())
        return m_password->setFault(sentenceFor(FieldError{{}, QStringLiteral("required"), {}}));
    m_client.call(api::beginTotp, api::TotpBegin{m_password->text()}, this,
                  [this](const Result<api::TotpSecret> &answer) {
                      if (answer)
                          return showSecret(*answer);
                      m_password->setFault(sentenceFor(answer.error()));
                      m_password->setFocus();
                  });
}

void TotpSetUp::showSecret(const api::TotpSecret &secret)
{
    m_password->clear();
    m_picture->setText(secret.otpauthUri);
    m_secret->setText(inGroups(secret.secret));
    m_secret->setAccessibleName(tr("Secret: %1").arg(m_secret->text()));
    showStep(Secret);
    m_code->setFocus();
}

void TotpSetUp::confirm()
{
    if (!m_code->checkWhole())
        return;
    m_client.call(api::confirmTotp, api::TotpConfirm{m_code->code()}, this, [this](const Result<Nothing> &answer) {
        if (!answer) {
            m_code->setFault(sentenceFor(answer.error()));
            m_code->edit()->selectAll();
            return m_code->setFocus();
        }
        reset();
        Q_EMIT switchedOn();
    });
}

} // namespace countersign
