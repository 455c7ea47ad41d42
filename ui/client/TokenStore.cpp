#include "ui/client/TokenStore.h"

#include <qt6keychain/keychain.h>

#include <QPointer>

namespace countersign {

namespace {

constexpr char kService[] = "countersign";

template <class Job>
Job *makeJob(const QString &account)
{
    auto *job = new Job(QLatin1String(kService)); // deletes itself when it has finished
    job->setInsecureFallback(false);
    job->setKey(account);
    return job;
}

} // namespace

TokenStore::TokenStore(QString account, QObject *parent) : QObject(parent), m_account(std::move(account)) {}

void TokenStore::read(std::function<void(const QString &)> done)
{
    auto *job = makeJob<QKeychain::ReadPasswordJob>(m_account);
    connect(job, &QKeychain::Job::finished, this, [done = std::move(done)](QKeychain::Job *finished) {
        const bool found = finished->error() == QKeychain::NoError;
        done(found ? static_cast<QKeychain::ReadPasswordJob *>(finished)->textData() : QString());
    });
    job->start();
}

void TokenStore::write(const QString &token)
{
    auto *job = makeJob<QKeychain::WritePasswordJob>(m_account);
    job->setTextData(token);
    connect(job, &QKeychain::Job::finished, this, [this](QKeychain::Job *finished) {
        if (finished->error() != QKeychain::NoError)
            sayNotKept();
    });
    job->start();
}

void TokenStore::remove()
{
    makeJob<QKeychain::DeletePasswordJob>(m_account)->start();
}

void TokenStore::sayNotKept()
{
    if (std::exchange(m_said, true))
        return;
    Q_EMIT notKept();
}

} // namespace countersign
