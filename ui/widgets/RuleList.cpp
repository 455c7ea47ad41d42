#include "ui/widgets/RuleList.h"

#include "ui/widgets/Card.h"

#include <QGridLayout>
#include <QLabel>
#include <QVariant>

namespace countersign {

namespace {

struct Look {
    const char *sign;
    const char *look;
};
// In the order of RuleList::State.
constexpr std::array kLooks{Look{"○", "rule"}, Look{"✓", "kept"}, Look{"✕", "fault"}};

} // namespace

RuleList::RuleList(const QStringList &rules, QWidget *parent) : QWidget(parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(6);
    grid->setVerticalSpacing(3);
    grid->setColumnStretch(1, 1);
    for (const QString &rule : rules) {
        Row row{rule, makeLabel("rule", {}, this), makeLabel("rule", rule, this), State::Open};
        row.sign->setFixedWidth(14);
        const int line = int(m_rows.size());
        grid->addWidget(row.sign, line, 0, Qt::AlignTop | Qt::AlignHCenter);
        grid->addWidget(row.words, line, 1);
        m_rows.append(row);
        setState(line, State::Open);
    }
}

void RuleList::setState(int rule, State state)
{
    Row &row = m_rows[rule];
    row.state = state;
    const Look &look = kLooks[std::size_t(state)];
    row.sign->setText(QString::fromUtf8(look.sign));
    setLook(row.sign, "look", QLatin1String(look.look));
    setLook(row.words, "look", QLatin1String(look.look));
    row.sign->setAccessibleName(state == State::Kept ? tr("done") : tr("still open"));
    row.words->setAccessibleName(row.text + QStringLiteral(": ") + row.sign->accessibleName());
}

} // namespace countersign
