#include "server/ml/ModelHolder.h"

namespace countersign {

std::shared_ptr<const Scorer> ModelHolder::current() const
{
    const std::lock_guard guard(m_mutex);
    return m_current;
}

void ModelHolder::set(std::shared_ptr<const Scorer> scorer)
{
    // The old model is freed after the lock: that may take a while.
    const std::lock_guard guard(m_mutex);
    m_current.swap(scorer);
}

} // namespace countersign
