#include "core/json/Codec.h"

#include "core/base/Characters.h"

#include <QRegularExpression>

#include <cmath>
#include <mutex>

namespace countersign {

namespace {

/// Compiled once per pattern; the patterns are string literals, so their addresses name them.
bool matches(const QString &text, const char *pattern)
{
    static std::mutex mutex;
    static QHash<const char *, QRegularExpression> compiled;
    QRegularExpression expression;
    {
        const std::scoped_lock lock(mutex);
        auto known = compiled.find(pattern);
        if (known == compiled.end()) {
            known = compiled.insert(pattern, QRegularExpression(QLatin1String(pattern)));
            known->optimize();
        }
        expression = *known;
    }
    return expression.match(text).hasMatch();
}

bool isForbidden(QChar c, bool multiline)
{
    if (c == QLatin1Char('\n') || c == QLatin1Char('\r') || c == QLatin1Char('\t'))
        return !multiline;
    return c.unicode() < 0x20 || c.unicode() == 0x7f;
}

/// The database stores neither U+0000 nor half a surrogate pair; other control characters only harm.
bool isStorable(const QString &text, bool multiline)
{
    return text.isValidUtf16()
        && std::none_of(text.begin(), text.end(), [multiline](QChar c) { return isForbidden(c, multiline); });
}

QString number(double value)
{
    return QString::number(value, 'g', 15);
}

void checkRange(double value, const Rule &rule, ReadContext &context)
{
    if (rule.exclusiveMinimum && rule.minimum == 0 && value <= 0)
        context.fail("must_be_positive", QStringLiteral("must be greater than 0"));
    else if (value < rule.minimum || (rule.exclusiveMinimum && value == rule.minimum))
        context.fail("too_small", QStringLiteral("must be at least %1").arg(number(rule.minimum)));
    else if (value > rule.maximum)
        context.fail("too_large", QStringLiteral("must be at most %1").arg(number(rule.maximum)));
}

std::optional<double> readNumber(const QJsonValue &json, ReadContext &context)
{
    if (!json.isDouble()) {
        context.fail("wrong_type", QStringLiteral("must be a number"));
        return std::nullopt;
    }
    const double value = json.toDouble();
    if (!std::isfinite(value)) {
        context.fail("too_large", QStringLiteral("is too large"));
        return std::nullopt;
    }
    return value;
}

std::optional<qint64> readInteger(const QJsonValue &json, double limit, ReadContext &context)
{
    const auto value = readNumber(json, context);
    if (!value)
        return std::nullopt;
    if (std::abs(*value) > limit) {
        context.fail("too_large", QStringLiteral("is too large"));
        return std::nullopt;
    }
    if (std::trunc(*value) != *value) {
        context.fail("wrong_type", QStringLiteral("must be a whole number"));
        return std::nullopt;
    }
    return json.toInteger();
}

QJsonObject numberSchema(const char *type, const Rule &rule)
{
    QJsonObject schema{{QStringLiteral("type"), QLatin1String(type)}};
    if (std::isfinite(rule.minimum))
        schema[rule.exclusiveMinimum ? QStringLiteral("exclusiveMinimum") : QStringLiteral("minimum")] = rule.minimum;
    if (std::isfinite(rule.maximum))
        schema[QStringLiteral("maximum")] = rule.maximum;
    return schema;
}

QJsonObject formatSchema(const char *format)
{
    return {{QStringLiteral("type"), QStringLiteral("string")}, {QStringLiteral("format"), QLatin1String(format)}};
}

/// The text of a value that is written as a string with a fixed form.
std::optional<QString> readToken(const QJsonValue &json, ReadContext &context)
{
    if (json.isString())
        return json.toString();
    context.fail("wrong_type", QStringLiteral("must be a string"));
    return std::nullopt;
}

void checkStorable(const QJsonValue &json, int depth, ReadContext &context)
{
    constexpr int kMaxDepth = 8;
    if (depth > kMaxDepth)
        return context.fail("too_deep", QStringLiteral("is nested too deeply"));
    if (json.isString() && !isStorable(json.toString(), true))
        return context.fail("forbidden_character", QStringLiteral("contains a control character"));
    if (json.isDouble() && !std::isfinite(json.toDouble()))
        return context.fail("too_large", QStringLiteral("is too large"));
    if (json.isArray()) {
        const QJsonArray array = json.toArray();
        for (qsizetype i = 0; i < array.size(); ++i) {
            const ReadContext::Step step(context, i);
            checkStorable(array[i], depth + 1, context);
        }
    }
    const QJsonObject object = json.toObject();
    for (auto member = object.begin(); member != object.end(); ++member) {
        const ReadContext::Step step(context, QStringView(member.key()));
        if (!isStorable(member.key(), false))
            context.fail("forbidden_character", QStringLiteral("the name contains a control character"));
        checkStorable(member.value(), depth + 1, context);
    }
}

} // namespace

QJsonValue Codec<QString>::write(const QString &value) { return value; }

void Codec<QString>::read(const QJsonValue &json, const Rule &rule, QString &out, ReadContext &context)
{
    if (!json.isString())
        return context.fail("wrong_type", QStringLiteral("must be a string"));
    out = json.toString();
    if (!isStorable(out, rule.multiline))
        context.fail("forbidden_character", QStringLiteral("contains a control character"));
    else if (characterCount(out.trimmed()) < rule.minLength)
        context.fail("too_short", QStringLiteral("must have at least %1 characters").arg(rule.minLength));
    else if (characterCount(out) > rule.maxLength)
        context.fail("too_long", QStringLiteral("must have at most %1 characters").arg(rule.maxLength));
    else if (rule.pattern && !matches(out, rule.pattern))
        context.fail("bad_format", QStringLiteral("must have the form %1").arg(QLatin1String(rule.pattern)));
}

QJsonObject Codec<QString>::schema(const Rule &rule, SchemaDefinitions &)
{
    QJsonObject schema{{QStringLiteral("type"), QStringLiteral("string")},
                       {QStringLiteral("maxLength"), rule.maxLength}};
    if (rule.minLength > 0)
        schema[QStringLiteral("minLength")] = rule.minLength;
    if (rule.pattern)
        schema[QStringLiteral("pattern")] = QLatin1String(rule.pattern);
    return schema;
}

QJsonValue Codec<bool>::write(const bool &value) { return value; }

void Codec<bool>::read(const QJsonValue &json, const Rule &, bool &out, ReadContext &context)
{
    if (!json.isBool())
        return context.fail("wrong_type", QStringLiteral("must be true or false"));
    out = json.toBool();
}

QJsonObject Codec<bool>::schema(const Rule &, SchemaDefinitions &)
{
    return {{QStringLiteral("type"), QStringLiteral("boolean")}};
}

QJsonValue Codec<int>::write(const int &value) { return value; }

void Codec<int>::read(const QJsonValue &json, const Rule &rule, int &out, ReadContext &context)
{
    if (const auto value = readInteger(json, double(std::numeric_limits<int>::max()), context)) {
        out = int(*value);
        checkRange(out, rule, context);
    }
}

QJsonObject Codec<int>::schema(const Rule &rule, SchemaDefinitions &) { return numberSchema("integer", rule); }

QJsonValue Codec<qint64>::write(const qint64 &value) { return value; }

void Codec<qint64>::read(const QJsonValue &json, const Rule &rule, qint64 &out, ReadContext &context)
{
    constexpr double kLargestExact = 9'007'199'254'740'992.0; // 2^53, beyond which JSON peers disagree
    if (const auto value = readInteger(json, kLargestExact, context)) {
        out = *value;
        checkRange(double(out), rule, context);
    }
}

QJsonObject Codec<qint64>::schema(const Rule &rule, SchemaDefinitions &) { return numberSchema("integer", rule); }

QJsonValue Codec<double>::write(const double &value)
{
    return std::isfinite(value) ? QJsonValue(value) : QJsonValue(QJsonValue::Null);
}

void Codec<double>::read(const QJsonValue &json, const Rule &rule, double &out, ReadContext &context)
{
    if (const auto value = readNumber(json, context)) {
        out = *value;
        checkRange(out, rule, context);
    }
}

QJsonObject Codec<double>::schema(const Rule &rule, SchemaDefinitions &) { return numberSchema("number", rule); }

QJsonValue Codec<Amount>::write(const Amount &value) { return value.toNumber(); }

void Codec<Amount>::read(const QJsonValue &json, const Rule &rule, Amount &out, ReadContext &context)
{
    const auto value = readNumber(json, context);
    if (!value)
        return;
    if (std::abs(*value) > double(Amount::kMaxHundredths) / 100)
        return context.fail("too_large", QStringLiteral("is too large for an amount of money"));
    const auto amount = Amount::fromNumber(*value);
    if (!amount)
        return context.fail("too_many_decimals", QStringLiteral("must have at most two decimals"));
    out = *amount;
    checkRange(*value, rule, context);
}

QJsonObject Codec<Amount>::schema(const Rule &rule, SchemaDefinitions &)
{
    QJsonObject schema = numberSchema("number", rule);
    schema[QStringLiteral("multipleOf")] = 0.01;
    return schema;
}

QJsonValue Codec<Currency>::write(const Currency &value) { return value.code(); }

void Codec<Currency>::read(const QJsonValue &json, const Rule &, Currency &out, ReadContext &context)
{
    const auto text = readToken(json, context);
    if (!text)
        return;
    if (const auto currency = Currency::fromCode(*text))
        out = *currency;
    else
        context.fail("unknown_currency", QStringLiteral("must be an ISO 4217 code such as RSD or EUR"));
}

QJsonObject Codec<Currency>::schema(const Rule &, SchemaDefinitions &)
{
    return {{QStringLiteral("type"), QStringLiteral("string")}, {QStringLiteral("pattern"), QStringLiteral("^[A-Z]{3}$")}};
}

QJsonValue Codec<QDate>::write(const QDate &value) { return value.toString(Qt::ISODate); }

void Codec<QDate>::read(const QJsonValue &json, const Rule &, QDate &out, ReadContext &context)
{
    const auto text = readToken(json, context);
    if (!text)
        return;
    out = text->size() == 10 ? QDate::fromString(*text, Qt::ISODate) : QDate();
    if (!out.isValid() || out.year() < 1800)
        context.fail("bad_date", QStringLiteral("must be a date that exists, as yyyy-mm-dd"));
}

QJsonObject Codec<QDate>::schema(const Rule &, SchemaDefinitions &) { return formatSchema("date"); }

QJsonValue Codec<Instant>::write(const Instant &value) { return toIso(value); }

void Codec<Instant>::read(const QJsonValue &json, const Rule &, Instant &out, ReadContext &context)
{
    const auto text = readToken(json, context);
    if (!text)
        return;
    if (const auto instant = instantFromIso(*text))
        out = *instant;
    else
        context.fail("bad_time", QStringLiteral("must be an ISO 8601 time with a zone, as 2026-11-24T14:35:12Z"));
}

QJsonObject Codec<Instant>::schema(const Rule &, SchemaDefinitions &) { return formatSchema("date-time"); }

QJsonValue Codec<QUuid>::write(const QUuid &value) { return value.toString(QUuid::WithoutBraces); }

void Codec<QUuid>::read(const QJsonValue &json, const Rule &, QUuid &out, ReadContext &context)
{
    const auto text = readToken(json, context);
    if (!text)
        return;
    out = text->size() == 36 ? QUuid::fromString(*text) : QUuid();
    if (out.isNull())
        context.fail("bad_uuid", QStringLiteral("must be a UUID"));
}

QJsonObject Codec<QUuid>::schema(const Rule &, SchemaDefinitions &) { return formatSchema("uuid"); }

QJsonValue Codec<QJsonObject>::write(const QJsonObject &value) { return value; }

void Codec<QJsonObject>::read(const QJsonValue &json, const Rule &, QJsonObject &out, ReadContext &context)
{
    if (!json.isObject())
        return context.fail("wrong_type", QStringLiteral("must be an object"));
    checkStorable(json, 0, context);
    out = json.toObject();
}

QJsonObject Codec<QJsonObject>::schema(const Rule &, SchemaDefinitions &)
{
    return {{QStringLiteral("type"), QStringLiteral("object")}};
}

QJsonValue Codec<QMap<QString, double>>::write(const QMap<QString, double> &map)
{
    QJsonObject object;
    for (auto entry = map.begin(); entry != map.end(); ++entry)
        object.insert(entry.key(), Codec<double>::write(entry.value()));
    return object;
}

void Codec<QMap<QString, double>>::read(const QJsonValue &json, const Rule &rule, QMap<QString, double> &out,
                                        ReadContext &context)
{
    if (!json.isObject())
        return context.fail("wrong_type", QStringLiteral("must be an object"));
    const QJsonObject object = json.toObject();
    for (auto member = object.begin(); member != object.end(); ++member) {
        const ReadContext::Step step(context, QStringView(member.key()));
        Codec<double>::read(member.value(), rule, out[member.key()], context);
    }
}

QJsonObject Codec<QMap<QString, double>>::schema(const Rule &, SchemaDefinitions &)
{
    return {{QStringLiteral("type"), QStringLiteral("object")},
            {QStringLiteral("additionalProperties"), QJsonObject{{QStringLiteral("type"), QStringLiteral("number")}}}};
}

} // namespace countersign
