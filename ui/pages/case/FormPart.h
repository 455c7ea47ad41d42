// A part of the decision form with a heading and a line for what is wrong with it.
#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace countersign {

class FormPart : public QWidget {
    Q_OBJECT

public:
    explicit FormPart(const QString &title, QWidget *parent = nullptr);

    void setAside(const QString &text);       ///< muted, at the right of the heading
    void setFault(const QString &sentence);   ///< empty: nothing is wrong

protected:
    QVBoxLayout *body() const { return m_body; }
    QLabel *heading() const { return m_title; }

private:
    QLabel *m_title = nullptr;
    QLabel *m_aside = nullptr;
    QLabel *m_fault = nullptr;
    QVBoxLayout *m_body = nullptr;
};

} // namespace countersign
