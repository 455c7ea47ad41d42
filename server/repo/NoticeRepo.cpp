#include "server/repo/NoticeRepo.h"

#include "server/repo/RowRead.h"

namespace countersign {

namespace {

QList<NoticeChannel> channelsOf(const QStringList &texts)
{
    QList<NoticeChannel> channels;
    for (const QString &text : texts)
        if (const auto channel = fromText<NoticeChannel>(text))
            channels.append(*channel);
    return channels;
}

/// A later version may know more of them, and write them while this one still serves: they are passed over.
QStringList knownKinds()
{
    QStringList kinds;
    for (const auto &[kind, text] : enumTexts<NoticeKind>)
        kinds.append(QLatin1String(text));
    return kinds;
}

api::NoticeInfo noticeOf(const Query &row)
{
    api::NoticeInfo notice;
    notice.id = row.get<NoticeId>("id");
    notice.kind = repo::enumOf<NoticeKind>(row, "kind");
    notice.subjectType = row.get<QString>("subject_type");
    notice.subjectId = row.get<QUuid>("subject_id");
    notice.externalId = row.get<std::optional<QString>>("external_id");
    notice.createdAt = row.get<Instant>("created_at");
    notice.readAt = row.get<std::optional<Instant>>("read_at");
    notice.channels = channelsOf(row.get<QStringList>("channels"));
    notice.deliveredChannels = channelsOf(row.get<QStringList>("delivered_channels"));
    const QJsonObject failures = row.get<QJsonObject>("failures");
    for (auto failure = failures.begin(); failure != failures.end(); ++failure)
        if (const auto channel = fromText<NoticeChannel>(failure.key()))
            notice.failures.append({*channel, failure.value().toString()});
    return notice;
}

} // namespace

Result<QList<NoticeId>> NoticeRepo::insertMany(const QList<Notice> &notices, bool sendsMail, Instant now)
{
    QJsonArray rows;
    for (const Notice &notice : notices)
        for (const UserId recipient : notice.recipients)
            rows.append(QJsonObject{{QStringLiteral("id"), NoticeId::make(now).toString()},
                                    {QStringLiteral("user_id"), recipient.toString()},
                                    {QStringLiteral("kind"), toText(notice.kind)},
                                    {QStringLiteral("subject_type"), QLatin1String(notice.subjectType)},
                                    {QStringLiteral("subject_id"), notice.subject.toString(QUuid::WithoutBraces)},
                                    {QStringLiteral("by_mail"), goesByMail(notice.kind)}});
    QList<NoticeId> toMail;
    if (rows.isEmpty())
        return toMail;
    Query insert = m_transaction.query("notification/insert_many");
    insert.bind("tenant_id", m_tenant).bind("rows", rows).bind("sends_mail", sendsMail).bind("now", now);
    if (auto done = insert.exec(); !done)
        return done.error();
    while (insert.next())
        if (insert.get<bool>("by_mail"))
            toMail.append(insert.get<NoticeId>("id"));
    return toMail;
}

Result<QList<ApplicantMailId>> NoticeRepo::insertMany(const QList<ApplicantMailDraft> &mails, Instant now)
{
    QJsonArray rows;
    for (const ApplicantMailDraft &mail : mails)
        rows.append(QJsonObject{{QStringLiteral("id"), mail.id.toString()},
                                {QStringLiteral("application_id"), mail.application.toString()},
                                {QStringLiteral("kind"), toText(mail.kind)}});
    QList<ApplicantMailId> toSend;
    if (rows.isEmpty())
        return toSend;
    Query insert = m_transaction.query("applicant_mail/insert_many");
    if (auto done = insert.bind("tenant_id", m_tenant).bind("rows", rows).bind("now", now).exec(); !done)
        return done.error();
    while (insert.next())
        toSend.append(insert.get<ApplicantMailId>("id"));
    return toSend;
}

Result<QList<api::NoticeInfo>> NoticeRepo::list(UserId user, const api::NoticeQuery &query,
                                                const std::optional<PageStart> &start)
{
    Query page = m_transaction.query("notification/list");
    page.bind("tenant_id", m_tenant)
        .bind("user_id", user)
        .bind("kinds", knownKinds())
        .bind("unread", query.unread)
        .bind("after_key", start ? std::optional(start->afterKey) : std::nullopt)
        .bind("after_id", start ? std::optional(start->afterId) : std::nullopt)
        .bind("limit", query.pageSize)
        .bind("offset", start ? 0 : (query.page - 1) * query.pageSize);
    if (auto done = page.exec(); !done)
        return done.error();
    QList<api::NoticeInfo> notices;
    while (page.next())
        notices.append(noticeOf(page));
    return notices;
}

Result<qint64> NoticeRepo::count(UserId user, std::optional<bool> unread, int cap)
{
    Query counted = m_transaction.query("notification/count");
    counted.bind("tenant_id", m_tenant)
        .bind("user_id", user)
        .bind("kinds", knownKinds())
        .bind("unread", unread)
        .bind("cap", cap);
    if (auto done = counted.exec(); !done)
        return done.error();
    counted.next();
    return counted.get<qint64>("total");
}

Result<bool> NoticeRepo::markRead(UserId user, NoticeId id, Instant now)
{
    Query mark = m_transaction.query("notification/mark_read");
    mark.bind("tenant_id", m_tenant).bind("user_id", user).bind("id", id).bind("now", now);
    if (auto done = mark.exec(); !done)
        return done.error();
    return mark.next();
}

Result<int> NoticeRepo::markAllRead(UserId user, Instant until, Instant now)
{
    Query mark = m_transaction.query("notification/mark_all_read");
    mark.bind("tenant_id", m_tenant).bind("user_id", user).bind("until", until).bind("now", now);
    if (auto done = mark.exec(); !done)
        return done.error();
    return mark.affectedRows();
}

Result<api::NoticePreferences> NoticeRepo::preferences(UserId user)
{
    Query row = m_transaction.query("notification/preferences");
    if (auto done = row.bind("tenant_id", m_tenant).bind("user_id", user).exec(); !done)
        return done.error();
    api::NoticePreferences preferences;
    QJsonObject choices;
    if (row.next()) {
        preferences.language = repo::optionalEnumOf<MailLanguage>(row, "language");
        choices = row.get<QJsonObject>("choices");
    }
    for (const NoticeRule &usual : kNoticeRules) {
        const QJsonObject chosen = choices.value(toText(usual.kind)).toObject();
        preferences.kinds.append({usual.kind, chosen.value(toText(NoticeChannel::InApp)).toBool(true),
                                  chosen.value(toText(NoticeChannel::Email)).toBool(usual.byMail)});
    }
    return preferences;
}

Result<void> NoticeRepo::setPreferences(UserId user, const api::NoticePreferencesUpdate &preferences, Instant now)
{
    QJsonObject choices;
    for (const api::NoticeChoice &choice : preferences.kinds)
        choices.insert(
            toText(choice.kind),
            QJsonObject{{toText(NoticeChannel::InApp), choice.inApp}, {toText(NoticeChannel::Email), choice.email}});
    Query set = m_transaction.query("notification/set_preferences");
    return set.bind("tenant_id", m_tenant)
        .bind("user_id", user)
        .bind("language", preferences.language ? std::optional(toText(*preferences.language)) : std::nullopt)
        .bind("choices", choices)
        .bind("now", now)
        .exec();
}

Result<std::optional<WaitingNotice>> NoticeRepo::waiting(NoticeId id)
{
    Query row = m_transaction.query("notification/to_mail");
    if (auto done = row.bind("tenant_id", m_tenant).bind("id", id).bind("kinds", knownKinds()).exec(); !done)
        return done.error();
    if (!row.next())
        return std::optional<WaitingNotice>();
    return std::optional(WaitingNotice{repo::enumOf<NoticeKind>(row, "kind"), row.get<QString>("email"),
                                       row.get<bool>("is_active"), row.get<QString>("language"),
                                       row.get<QString>("bank"), row.get<QString>("external_id"),
                                       row.get<Instant>("created_at")});
}

Result<std::optional<WaitingApplicantMail>> NoticeRepo::waiting(ApplicantMailId id)
{
    Query row = m_transaction.query("applicant_mail/to_send");
    if (auto done = row.bind("tenant_id", m_tenant).bind("id", id).exec(); !done)
        return done.error();
    if (!row.next())
        return std::optional<WaitingApplicantMail>();
    return std::optional(WaitingApplicantMail{row.get<ApplicationId>("application_id"),
                                              repo::enumOf<ApplicantMail>(row, "kind"), row.get<QString>("language"),
                                              row.get<QString>("bank"), row.get<Instant>("created_at")});
}

Result<void> NoticeRepo::recordMail(NoticeId id, const std::optional<QString> &failure)
{
    Query record = m_transaction.query("notification/record_mail");
    return record.bind("tenant_id", m_tenant).bind("id", id).bind("failure", failure).exec();
}

Result<void> NoticeRepo::recordMail(ApplicantMailId id, const std::optional<QString> &failure, Instant now)
{
    Query record = m_transaction.query("applicant_mail/record");
    return record.bind("tenant_id", m_tenant).bind("id", id).bind("failure", failure).bind("now", now).exec();
}

Result<int> NoticeRepo::purge(Instant now)
{
    Query notices = m_transaction.query("notification/purge");
    notices.bind("tenant_id", m_tenant).bind("read_before", now - kReadNoticeLife).bind("before", now - kNoticeLife);
    if (auto done = notices.exec(); !done)
        return done.error();
    Query mails = m_transaction.query("applicant_mail/purge");
    if (auto done = mails.bind("tenant_id", m_tenant).bind("before", now - kNoticeLife).exec(); !done)
        return done.error();
    return notices.affectedRows() + mails.affectedRows();
}

} // namespace countersign
