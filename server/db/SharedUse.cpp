#include "server/db/SharedUse.h"

#include <QFile>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace countersign {

SharedUse::SharedUse(const QString &lockFile)
    : m_file(open(QFile::encodeName(lockFile).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600))
{
    flock(m_file, LOCK_SH);
}

SharedUse::~SharedUse()
{
    if (m_file >= 0)
        close(m_file);
}

bool SharedUse::isLast()
{
    return flock(m_file, LOCK_EX | LOCK_NB) == 0;
}

} // namespace countersign
