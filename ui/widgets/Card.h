// A surface with a heading: what every page is made of.
#pragma once

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace countersign {

class Card : public QFrame {
    Q_OBJECT

public:
    explicit Card(const QString &title = {}, QWidget *parent = nullptr);

    QVBoxLayout *body() const { return m_body; } ///< the content goes here, below the heading
    void addToHeading(QWidget *widget);          ///< at the right end of the heading
    void setAside(const QString &text);          ///< muted, at the right of the heading

private:
    QHBoxLayout *m_heading = nullptr;
    QLabel *m_aside = nullptr;
    QVBoxLayout *m_body = nullptr;
};

/// A label with one of the looks of the style sheet: title, section, muted, small, strong, score, fault.
QLabel *makeLabel(const char *look, const QString &text = {}, QWidget *parent = nullptr);

/// Sets a property that the style sheet goes by and lets the widget be styled anew.
void setLook(QWidget *widget, const char *property, const QVariant &value);

} // namespace countersign
