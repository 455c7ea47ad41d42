#include "ui/pages/audit/ChainCheck.h"

#include "core/api/endpoints/AuditEndpoints.h"
#include "ui/client/Sentences.h"
#include "ui/models/AuditWords.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>

namespace countersign {

namespace {

constexpr int kPart = 10'000; ///< entries in one call; a part is answered within a second

QString numbered(qint64 number)
{
    return QLocale().toString(number);
}

} // namespace

ChainCheck::ChainCheck(ApiClient &client, QWidget *parent) : QFrame(parent), m_client(client)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_running = new QWidget(this);
    auto *row = new QHBoxLayout(m_running);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(measure::kGap);
    m_text = makeLabel("muted", {}, m_running);
    m_progress = new QProgressBar(m_running);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Verifying the record"));
    auto *stop = new QPushButton(tr("Stop"), m_running);
    row->addWidget(m_text);
    row->addWidget(m_progress, 1);
    row->addWidget(stop);
    m_result = new Banner(this);
    column->addWidget(m_running);
    column->addWidget(m_result);
    connect(stop, &QPushButton::clicked, this, &ChainCheck::clear);
    connect(m_result, &Banner::actionTriggered, this, &ChainCheck::clear);
    clear();
}

void ChainCheck::setNewest(qint64 sequence)
{
    m_newest = std::max(m_newest, sequence);
}

void ChainCheck::start()
{
    if (std::exchange(m_isRunning, true))
        return;
    m_result->clear();
    m_checkpoint.reset();
    m_running->show();
    show();
    ask(0);
}

void ChainCheck::clear()
{
    ++m_generation;
    m_isRunning = false;
    m_running->hide();
    m_result->clear();
    hide();
}

void ChainCheck::ask(qint64 after)
{
    m_text->setText(tr("Verifying: %1 entries so far").arg(numbered(after)));
    m_progress->setRange(0, m_newest > 0 ? 1000 : 0);
    m_progress->setValue(m_newest > 0 ? int(std::min<qint64>(1000, 1000 * after / m_newest)) : -1);
    m_client.call(api::verifyAudit, api::AuditVerify{after, kPart}, this,
                  [this, generation = m_generation](const Result<api::AuditVerified> &answer) {
                      if (generation == m_generation)
                          received(answer);
                  });
}

void ChainCheck::received(const Result<api::AuditVerified> &answer)
{
    if (!answer)
        return conclude(sentenceFor(answer.error()), false);
    if (answer->checkpoint)
        m_checkpoint = answer->checkpoint;
    if (answer->fault)
        return conclude(words::auditFault(*answer->fault) + QLatin1Char(' ')
                            + tr("Change nothing, and tell whoever runs the installation: countersignctl audit verify "
                                 "shows the rest."),
                        false);
    if (!answer->isComplete && answer->lastSequence > answer->afterSequence)
        return ask(answer->lastSequence);
    const QString verified =
        tr("Verified up to entry no. %1: nothing was altered, removed or added.").arg(numbered(answer->lastSequence));
    const QString signature = m_checkpoint
        ? tr("The last signed checkpoint is at entry no. %1, of %2.")
              .arg(numbered(m_checkpoint->sequence),
                   toDateTime(m_checkpoint->time).toLocalTime().toString(QStringLiteral("dd.MM.yyyy HH:mm")))
        : tr("No signed checkpoint has been made yet.");
    conclude(verified + QLatin1Char(' ') + signature, true);
}

void ChainCheck::conclude(const QString &sentence, bool isGood)
{
    m_isRunning = false;
    m_running->hide();
    m_result->say(sentence, isGood ? Tone::Raises : Tone::Breach, tr("Close"));
    Q_EMIT finished();
}

} // namespace countersign
