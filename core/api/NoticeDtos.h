// What people are told and how they want to hear it, on the wire.
#pragma once

#include "core/api/PageDtos.h"
#include "core/notify/MailTexts.h"
#include "core/notify/NoticeId.h"
#include "core/notify/NoticeRules.h"

namespace countersign::api {

struct NoticeFailure {
    NoticeChannel channel = NoticeChannel::Email;
    QString reason; ///< a stable code
};

struct NoticeInfo {
    NoticeId id;
    NoticeKind kind = NoticeKind::CaseAssigned;
    QString subjectType;
    QUuid subjectId;
    std::optional<QString> externalId; ///< when it is about an application
    Instant createdAt;
    std::optional<Instant> readAt;
    QList<NoticeChannel> channels;
    QList<NoticeChannel> deliveredChannels;
    QList<NoticeFailure> failures;
};

/// As every list, with the number that a badge shows.
struct NoticePage {
    QList<NoticeInfo> items;
    qint64 total = 0;
    bool totalIsExact = true;
    int page = 1;
    int pageSize = kDefaultPageSize;
    std::optional<QString> nextCursor;
    qint64 unread = 0; ///< of all, whatever the list is filtered by
};

struct NoticeQuery {
    std::optional<bool> unread;
    int page = 1;
    int pageSize = kDefaultPageSize;
    std::optional<QString> cursor;
};

/// Everything up to what was seen: what came meanwhile stays unread.
struct NoticesRead {
    std::optional<Instant> until;
};

struct NoticesMarked {
    int marked = 0;
};

struct NoticeChoice {
    NoticeKind kind = NoticeKind::CaseAssigned;
    bool inApp = true;
    bool email = false;
};

struct NoticePreferences {
    std::optional<MailLanguage> language;
    QList<NoticeChoice> kinds; ///< all of them
    bool sendsMail = false;    ///< the installation has a mail server
};

/// Replaces what was chosen before; kinds that are not named go the usual ways.
struct NoticePreferencesUpdate {
    std::optional<MailLanguage> language;
    QList<NoticeChoice> kinds;
};

} // namespace countersign::api

namespace countersign {

template <>
inline constexpr auto fieldsOf<api::NoticeFailure> = record("NoticeFailure",
                                                            field("channel", &api::NoticeFailure::channel),
                                                            field("reason", &api::NoticeFailure::reason,
                                                                  "a stable code"));

template <>
inline constexpr auto fieldsOf<api::NoticeInfo> = record(
    "NoticeInfo", field("id", &api::NoticeInfo::id), field("kind", &api::NoticeInfo::kind),
    field("subject_type", &api::NoticeInfo::subjectType, "application or webhook"),
    field("subject_id", &api::NoticeInfo::subjectId), field("external_id", &api::NoticeInfo::externalId),
    field("created_at", &api::NoticeInfo::createdAt), field("read_at", &api::NoticeInfo::readAt),
    field("channels", &api::NoticeInfo::channels), field("delivered_channels", &api::NoticeInfo::deliveredChannels),
    field("failures", &api::NoticeInfo::failures));

template <>
inline constexpr auto fieldsOf<api::NoticePage> =
    record("NoticePage", field("items", &api::NoticePage::items, rule::items(0, kMaxPageSize)),
           field("total", &api::NoticePage::total), field("total_is_exact", &api::NoticePage::totalIsExact),
           field("page", &api::NoticePage::page), field("page_size", &api::NoticePage::pageSize),
           field("next_cursor", &api::NoticePage::nextCursor),
           field("unread", &api::NoticePage::unread, "of all, whatever the list is filtered by; counted up to 10,000"));

template <>
inline constexpr auto fieldsOf<api::NoticeQuery> =
    record("NoticeQuery", field("unread", &api::NoticeQuery::unread),
           field("page", &api::NoticeQuery::page, rule::defaulted(rule::range(1, kMaxOffset))),
           field("page_size", &api::NoticeQuery::pageSize, rule::defaulted(rule::range(1, kMaxPageSize))),
           field("cursor", &api::NoticeQuery::cursor, rule::text(1, 500)));

template <>
inline constexpr auto fieldsOf<api::NoticesRead> = record(
    "NoticesRead", field("until", &api::NoticesRead::until, "the created_at of the newest that was seen; absent: now"));

template <>
inline constexpr auto fieldsOf<api::NoticesMarked> = record("NoticesMarked",
                                                            field("marked", &api::NoticesMarked::marked));

template <>
inline constexpr auto fieldsOf<api::NoticeChoice> = record("NoticeChoice", field("kind", &api::NoticeChoice::kind),
                                                           field("in_app", &api::NoticeChoice::inApp),
                                                           field("email", &api::NoticeChoice::email));

template <>
inline constexpr auto fieldsOf<api::NoticePreferences> =
    record("NoticePreferences", field("language", &api::NoticePreferences::language, "of mails; absent: the bank's"),
           field("kinds", &api::NoticePreferences::kinds),
           field("sends_mail", &api::NoticePreferences::sendsMail, "the installation has a mail server"));

template <>
inline constexpr auto fieldsOf<api::NoticePreferencesUpdate> =
    record("NoticePreferencesUpdate",
           field("language", &api::NoticePreferencesUpdate::language, "of mails; absent: the bank's"),
           field("kinds", &api::NoticePreferencesUpdate::kinds, rule::items(0, 50), "others go the usual ways"));

} // namespace countersign
