// JSON schemas as people read them: a table of fields, and an example.
#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QString>

namespace countersign {

class DocsSchema {
public:
    explicit DocsSchema(const QJsonObject &definitions) : m_definitions(definitions) {}

    /// `text`, `number`, `list of ConditionInput`: with a link where the schema has a name.
    QString typeHtml(const QJsonObject &schema) const;

    /// `1 to 100 characters`, `more than 0`, `one of ...`; empty without rules.
    QString rulesHtml(const QJsonObject &schema) const;

    /// The fields of a record, nested records inlined with a dotted path.
    QString fieldsHtml(const QJsonObject &schema) const;

    /// A value that keeps to the schema, with the fields in the order of the schema's names.
    QJsonValue example(const QJsonObject &schema, int depth = 0) const;

private:
    QJsonObject resolve(const QJsonObject &schema) const;
    static QJsonObject withoutNull(const QJsonObject &schema);
    void addRows(const QJsonObject &schema, const QString &prefix, int depth, QString &html) const;
    QJsonValue exampleText(const QJsonObject &schema) const;

    const QJsonObject m_definitions;
};

} // namespace countersign
