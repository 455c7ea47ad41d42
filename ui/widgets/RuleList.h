// Rules that a text has to keep, each with a sign whether it does.
#pragma once

#include <QStringList>
#include <QWidget>

class QLabel;

namespace countersign {

class RuleList : public QWidget {
    Q_OBJECT

public:
    enum class State { Open, Kept, Broken };

    explicit RuleList(const QStringList &rules, QWidget *parent = nullptr);
    void setState(int rule, State state);
    State state(int rule) const { return m_rows[rule].state; }

private:
    struct Row {
        QString text;
        QLabel *sign = nullptr;
        QLabel *words = nullptr;
        State state = State::Open;
    };
    QList<Row> m_rows;
};

} // namespace countersign
