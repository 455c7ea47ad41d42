// Units whose refusal must be committed too, because it counted a failure, ended a session or was recorded.
#pragma once

#include "server/service/UnitOfWork.h"

#include <variant>

namespace countersign {

struct Refusal {
    Error error;
};

/// What was asked for, or the refusal. A failed Result around it rolls the unit back, as everywhere.
template <class T>
using Judged = std::variant<T, Refusal>;

template <class T>
Result<Judged<T>> refuse(Error error)
{
    return Judged<T>(Refusal{std::move(error)});
}

template <class T>
Result<T> runJudged(const ServiceContext &context, const Actor &actor,
                    const std::function<Result<Judged<T>>(UnitOfWork &)> &work)
{
    auto judged = UnitOfWork::run<Judged<T>>(context, actor, work);
    if (!judged)
        return judged.error();
    if (const auto *refusal = std::get_if<Refusal>(&*judged))
        return refusal->error;
    return std::get<T>(std::move(*judged));
}

} // namespace countersign
