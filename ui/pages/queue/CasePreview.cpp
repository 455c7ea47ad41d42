#include "ui/pages/queue/CasePreview.h"

#include "ui/models/Words.h"
#include "ui/widgets/Actions.h"
#include "ui/widgets/Badge.h"
#include "ui/widgets/KeyButton.h"
#include "ui/widgets/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace countersign {

namespace {

constexpr int kStrongest = 3;

QVBoxLayout *addColumn(QHBoxLayout *row, const QString &title, int stretch)
{
    auto *column = new QVBoxLayout;
    column->setSpacing(6);
    column->addWidget(makeLabel("section", title));
    row->addLayout(column, stretch);
    return column;
}

/// Elides before it makes its column wider.
QLabel *narrowLabel(const char *look)
{
    auto *label = makeLabel(look);
    label->setMinimumWidth(60);
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    return label;
}

void emptyLayout(QVBoxLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
}

} // namespace

CasePreview::CasePreview(QWidget *parent) : Card({}, parent)
{
    setAccessibleName(tr("Preview of the selected case"));
    auto *row = new QHBoxLayout;
    row->setSpacing(28);
    body()->addLayout(row);

    QVBoxLayout *selected = addColumn(row, tr("Selected"), 5);
    m_name = narrowLabel("title");
    m_loan = narrowLabel("muted");
    m_risk = new Badge(this);
    m_model = narrowLabel("muted");
    selected->addWidget(m_name);
    selected->addWidget(m_loan);
    auto *risk = new QHBoxLayout;
    risk->addWidget(m_risk);
    risk->addWidget(m_model, 1);
    selected->addLayout(risk);
    selected->addStretch();

    QVBoxLayout *moved = addColumn(row, tr("What moved the score"), 6);
    m_factors = new QVBoxLayout;
    m_factors->setSpacing(4);
    moved->addLayout(m_factors);
    moved->addStretch();

    QVBoxLayout *why = addColumn(row, tr("Why manual review"), 4);
    m_why = narrowLabel("strong");
    m_waited = narrowLabel("muted");
    why->addWidget(m_why);
    why->addWidget(m_waited);
    why->addStretch();

    m_open = new KeyButton(actionText(ActionId::OpenCase), actionKey(ActionId::OpenCase), this);
    row->addWidget(m_open, 0, Qt::AlignTop);
    connect(m_open, &KeyButton::clicked, this, &CasePreview::openRequested);
    setFixedHeight(138);
    clear();
}

void CasePreview::clear()
{
    for (QLabel *label : {m_name, m_loan, m_why, m_waited})
        label->clear();
    m_name->setText(tr("No case is selected"));
    m_risk->show({}, Tone::Neutral);
    clearFactors();
    m_open->setEnabled(false);
}

void CasePreview::clearFactors()
{
    m_model->clear();
    emptyLayout(m_factors);
}

bool CasePreview::isComplete() const
{
    return m_factors->count() > 0;
}

void CasePreview::showItem(const api::QueueItem &item)
{
    m_name->setText(item.applicantName);
    m_loan->setText(tr("%1 over %2, %3").arg(words::moneyText(item.amount, item.currency), words::monthsText(item.termMonths),
                                              words::of(item.purpose).toLower()));
    const bool scored = item.score && item.riskCategory;
    m_risk->show(scored ? tr("%1, %2").arg(*item.score).arg(words::of(*item.riskCategory)) : tr("no score"),
                 Tone::Accent);
    m_why->setText(words::of(item.routingReason));
    QStringList waited{tr("waits for %1 h %2").arg(item.waitTimeMinutes / 60).arg(item.waitTimeMinutes % 60, 2, 10, QLatin1Char('0'))};
    if (item.releases > 0)
        waited.append(tr("released %n time(s)", nullptr, item.releases));
    m_waited->setText(waited.join(QStringLiteral(" · ")));
    m_open->setEnabled(true);
}

void CasePreview::showFactors(const api::ScoringResult &scoring, const Currency &currency)
{
    emptyLayout(m_factors);
    QList<api::TopFactor> factors = scoring.topFactors;
    std::stable_sort(factors.begin(), factors.end(),
                     [](const api::TopFactor &a, const api::TopFactor &b) { return std::abs(a.points) > std::abs(b.points); });
    for (const api::TopFactor &factor : factors.mid(0, kStrongest)) {
        auto *row = new QWidget(this);
        auto *line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        auto *points = new Badge(row);
        points->show(factor.points > 0 ? QStringLiteral("▲ +%1").arg(factor.points) : QStringLiteral("▼ −%1").arg(-factor.points),
                     factor.points > 0 ? Tone::Raises : Tone::Lowers);
        points->setFixedWidth(62);
        line->addWidget(points);
        auto *text = narrowLabel("value");
        text->setText(tr("%1: %2").arg(words::factorLabel(factor.feature, factor.label), words::factorValue(factor, currency)));
        text->setToolTip(text->text());
        line->addWidget(text, 1);
        m_factors->addWidget(row);
    }
    if (scoring.probabilityDefault && scoring.recommendation)
        m_model->setText(tr("PD %1, suggests %2").arg(words::percentText(*scoring.probabilityDefault),
                         *scoring.recommendation == Recommendation::Approve ? tr("approve") : tr("decline")));
}

} // namespace countersign
