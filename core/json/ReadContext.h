// Collects every error of a JSON document with its path while the document is read.
#pragma once

#include "core/base/Error.h"

#include <QJsonValue>

namespace countersign {

class ReadContext {
public:
    void fail(const char *code, const QString &message);

    /// One step down for the life of the object: a member of an object or an item of a list.
    class Step {
    public:
        Step(ReadContext &context, QLatin1String member);
        Step(ReadContext &context, QStringView member);
        Step(ReadContext &context, qsizetype index);
        ~Step();
        Q_DISABLE_COPY_MOVE(Step)
    private:
        ReadContext &m_context;
        const qsizetype m_lengthBefore;
    };

    bool failed() const { return !m_errors.isEmpty(); }
    const QList<FieldError> &errors() const { return m_errors; }

private:
    QString m_path;
    QList<FieldError> m_errors;
};

} // namespace countersign
