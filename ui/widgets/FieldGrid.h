// Facts in columns: a small label, its value below it.
#pragma once

#include <QWidget>

namespace countersign {

struct FieldText {
    QString label;
    QString value; ///< empty: shown as a dash
};

class FieldGrid : public QWidget {
    Q_OBJECT

public:
    explicit FieldGrid(int columns, QWidget *parent = nullptr);
    void setFields(const QList<FieldText> &fields);

private:
    const int m_columns;
};

} // namespace countersign
