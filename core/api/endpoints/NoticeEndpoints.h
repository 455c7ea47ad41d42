// What people are told, and how they want to hear it.
#pragma once

#include "core/api/Endpoint.h"
#include "core/api/NoticeDtos.h"

#include <tuple>

namespace countersign::api {

using enum Method;

inline constexpr Endpoint<Nothing, NoticePage, NoticeQuery> listNotices{
    Get, "/notifications", Access::signedIn(), "One's own notices, newest first, with the number of unread ones"};
inline constexpr Endpoint<Nothing, Nothing> readNotice{Post, "/notifications/{id}/read", Access::signedIn(),
                                                       "Mark a notice as read; once more is no error", 204};
inline constexpr Endpoint<NoticesRead, NoticesMarked> readNotices{Post, "/notifications/read", Access::signedIn(),
                                                                  "Mark all of one's own notices as read"};
inline constexpr Endpoint<Nothing, NoticePreferences> getNoticePreferences{
    Get, "/notifications/preferences", Access::signedIn(), "Which notices come which way, and the language of mails"};
inline constexpr Endpoint<NoticePreferencesUpdate, NoticePreferences> setNoticePreferences{
    Put, "/notifications/preferences", Access::signedIn(),
    "Choose which notices come which way; replaces what was chosen"};

inline constexpr auto kNoticeEndpoints =
    std::tuple{&listNotices, &readNotice, &readNotices, &getNoticePreferences, &setNoticePreferences};

} // namespace countersign::api
