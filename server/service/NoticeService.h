// What a person was told, and how he wants to hear it.
#pragma once

#include "core/api/NoticeDtos.h"
#include "server/service/UnitOfWork.h"

namespace countersign {

/// Everybody sees and marks his own notices alone. Forbidden for who is no person.
class NoticeService {
public:
    explicit NoticeService(const ServiceContext &context) : m_context(context) {}

    Result<api::NoticePage> list(const Actor &actor, const api::NoticeQuery &query) const;
    Result<void> read(const Actor &actor, NoticeId id) const; ///< once more is no error
    Result<api::NoticesMarked> readAll(const Actor &actor, const api::NoticesRead &request) const;

    Result<api::NoticePreferences> preferences(const Actor &actor) const;
    /// Invalid when a kind is there twice.
    Result<api::NoticePreferences> setPreferences(const Actor &actor,
                                                  const api::NoticePreferencesUpdate &request) const;

private:
    Result<api::NoticePreferences> preferencesIn(UnitOfWork &unit) const;

    const ServiceContext &m_context;
};

} // namespace countersign
