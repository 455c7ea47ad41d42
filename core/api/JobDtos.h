// Background jobs as an operator sees them, on the wire.
#pragma once

#include "core/api/PageDtos.h"
#include "core/jobs/JobKinds.h"

namespace countersign {

/// What an operator looks at: the rest waits, or is gone.
enum class JobState { Ready, Running, Dead };

template <>
inline constexpr auto enumTexts<JobState> = std::array{
    EnumText{JobState::Ready, "ready"},
    EnumText{JobState::Running, "running"},
    EnumText{JobState::Dead, "dead"},
};

namespace api {

/// Without the payload: what a job is about is nobody's business here.
struct JobInfo {
    JobId id;
    JobQueue queue = JobQueue::Default;
    QString kind;
    JobState state = JobState::Dead;
    int attempts = 0;
    int maxAttempts = 0;
    std::optional<QString> lastError; ///< a stable code
    Instant runAt;
    Instant createdAt;
    std::optional<Instant> finishedAt;
};

enum class ShownJobs { Running, Dead };

struct JobQuery {
    ShownJobs state = ShownJobs::Dead;
    std::optional<JobQueue> queue;
    int page = 1;
    int pageSize = kDefaultPageSize;
    std::optional<QString> cursor;
};

} // namespace api

template <>
inline constexpr auto enumTexts<api::ShownJobs> = std::array{
    EnumText{api::ShownJobs::Running, "running"},
    EnumText{api::ShownJobs::Dead, "dead"},
};

template <>
inline constexpr auto fieldsOf<api::JobInfo> = record("JobInfo",
    field("id", &api::JobInfo::id),
    field("queue", &api::JobInfo::queue),
    field("kind", &api::JobInfo::kind),
    field("state", &api::JobInfo::state),
    field("attempts", &api::JobInfo::attempts),
    field("max_attempts", &api::JobInfo::maxAttempts),
    field("last_error", &api::JobInfo::lastError, "a stable code"),
    field("run_at", &api::JobInfo::runAt),
    field("created_at", &api::JobInfo::createdAt),
    field("finished_at", &api::JobInfo::finishedAt));

template <>
inline constexpr auto fieldsOf<api::JobQuery> = record("JobQuery",
    field("state", &api::JobQuery::state, rule::defaulted(), "dead when absent"),
    field("queue", &api::JobQuery::queue),
    field("page", &api::JobQuery::page, rule::defaulted(rule::range(1, kMaxOffset))),
    field("page_size", &api::JobQuery::pageSize, rule::defaulted(rule::range(1, kMaxPageSize))),
    field("cursor", &api::JobQuery::cursor, rule::text(1, 500)));

} // namespace countersign
