// A line to type into, with its name above it and what is wrong with it below.
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;

namespace countersign {

class LabeledEdit : public QWidget {
    Q_OBJECT

public:
    explicit LabeledEdit(const QString &label, QWidget *parent = nullptr);

    QLineEdit *edit() const { return m_edit; }
    QString text() const;
    void clear(); ///< text and fault

    /// Marks the line; goes away when one types. Empty: nothing is wrong.
    void setFault(const QString &sentence);
    QString fault() const;

private:
    QLineEdit *m_edit = nullptr;
    QLabel *m_fault = nullptr;
};

} // namespace countersign
