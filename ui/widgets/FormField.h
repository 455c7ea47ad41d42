// A control of a form with its name above and what is wrong with it below.
#pragma once

#include <QWidget>

class QLabel;

namespace countersign {

class FormField : public QWidget {
    Q_OBJECT

public:
    /// Takes the control; it gets the name as its accessible name.
    FormField(const QString &name, QWidget *control, QWidget *parent = nullptr);

    void setFault(const QString &sentence); ///< empty: nothing is wrong

private:
    QWidget *const m_control;
    QLabel *m_fault = nullptr;
};

} // namespace countersign
