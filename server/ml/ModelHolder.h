// The production model of this process, exchangeable while it is in use.
#pragma once

#include "server/ml/Scorer.h"

#include <memory>
#include <mutex>

namespace countersign {

/// Every thread may call everything. Who holds a scorer goes on with it after an exchange.
class ModelHolder {
public:
    /// Null: there is no model, so every application goes to human review with `model_unavailable`.
    std::shared_ptr<const Scorer> current() const;

    void set(std::shared_ptr<const Scorer> scorer);

private:
    mutable std::mutex m_mutex;
    std::shared_ptr<const Scorer> m_current;
};

} // namespace countersign
