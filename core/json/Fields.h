// The field list of a data transfer object: written once, it drives reader, writer and schema.
#pragma once

#include <limits>
#include <tuple>
#include <type_traits>

namespace countersign {

/// What a value must satisfy beside its type. Numbers use minimum and maximum, texts and lists use the
/// lengths, texts also the pattern. The same numbers appear in the OpenAPI schema.
struct Rule {
    double minimum = -std::numeric_limits<double>::infinity();
    double maximum = std::numeric_limits<double>::infinity();
    bool exclusiveMinimum = false;
    int minLength = 0;
    int maxLength = 1'000;
    const char *pattern = nullptr; ///< ECMA-262 and PCRE alike, anchored
    bool multiline = false;        ///< line breaks and tabs are allowed
    bool hasDefault = false;       ///< may be absent although the member is not optional
};

namespace rule {

constexpr Rule text(int minLength, int maxLength) { return {.minLength = minLength, .maxLength = maxLength}; }
constexpr Rule longText(int minLength, int maxLength)
{
    return {.minLength = minLength, .maxLength = maxLength, .multiline = true};
}
constexpr Rule pattern(const char *expression, int maxLength)
{
    return {.minLength = 1, .maxLength = maxLength, .pattern = expression};
}
constexpr Rule range(double minimum, double maximum) { return {.minimum = minimum, .maximum = maximum}; }
constexpr Rule positive() { return {.minimum = 0, .exclusiveMinimum = true}; }
constexpr Rule notNegative() { return {.minimum = 0}; }
constexpr Rule items(int atLeast, int atMost) { return {.minLength = atLeast, .maxLength = atMost}; }
constexpr Rule defaulted(Rule rule = {})
{
    rule.hasDefault = true;
    return rule;
}

} // namespace rule

template <class S, class M>
struct Field {
    const char *name; ///< snake_case, as on the wire
    M S::*member;
    Rule rule;
    const char *doc;
};

template <class S, class M>
constexpr Field<S, M> field(const char *name, M S::*member, Rule rule, const char *doc = "")
{
    return {name, member, rule, doc};
}

template <class S, class M>
constexpr Field<S, M> field(const char *name, M S::*member, const char *doc = "")
{
    return {name, member, Rule{}, doc};
}

template <class... F>
struct Record {
    const char *name; ///< of the schema in OpenAPI
    std::tuple<F...> fields;
};

template <class... F>
constexpr Record<F...> record(const char *name, F... fields)
{
    return {name, {fields...}};
}

/// Specialise as `template <> inline constexpr auto fieldsOf<Address> = record("Address", field(...), ...);`
template <class T>
inline constexpr int fieldsOf = 0;

template <class T>
concept Described = requires { fieldsOf<T>.fields; };

} // namespace countersign
