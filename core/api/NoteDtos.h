// Notes that people write about a case, on the wire.
#pragma once

#include "core/api/QueueDtos.h"

namespace countersign {

using NoteId = Id<struct NoteTag>;

inline constexpr int kMaxNotes = 200; ///< of one application

} // namespace countersign

namespace countersign::api {

struct NoteCreate {
    QString text;
};

struct NoteInfo {
    NoteId id;
    QString text;
    Person author;
    Instant createdAt;
};

struct NoteList {
    QList<NoteInfo> items; ///< newest first
};

} // namespace countersign::api

namespace countersign {

template <>
inline constexpr auto fieldsOf<api::NoteCreate> = record("NoteCreate",
    field("text", &api::NoteCreate::text, rule::longText(1, 5000)));

template <>
inline constexpr auto fieldsOf<api::NoteInfo> = record("NoteInfo",
    field("id", &api::NoteInfo::id),
    field("text", &api::NoteInfo::text, rule::longText(0, 5000)),
    field("author", &api::NoteInfo::author),
    field("created_at", &api::NoteInfo::createdAt));

template <>
inline constexpr auto fieldsOf<api::NoteList> = record("NoteList",
    field("items", &api::NoteList::items, "newest first"));

} // namespace countersign
