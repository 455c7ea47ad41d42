// Scoring: contributions add up, blocks and threads change no bit, a model can be exchanged while it is in use.
#include "TrainedFixture.h"

#include "core/scoring/ScoreScale.h"
#include "core/scoring/TopFactors.h"
#include "server/ml/BundleScorer.h"
#include "server/ml/ModelHolder.h"

#include <QTemporaryDir>
#include <QtTest>

#include <atomic>
#include <bit>
#include <cmath>
#include <numeric>
#include <thread>

using namespace countersign;

namespace {

bool sameBits(const Scoring &a, const Scoring &b)
{
    return a == b && std::bit_cast<quint32>(a.margin) == std::bit_cast<quint32>(b.margin);
}

} // namespace

class TestScorer : public QObject {
    Q_OBJECT

    QTemporaryDir m_directory;
    std::shared_ptr<const Scorer> m_scorer;
    std::vector<FeatureVector> m_rows;
    std::vector<Scoring> m_expected; // all rows as one block in one thread

private Q_SLOTS:
    void initTestCase()
    {
        const auto folder = quickBundle().files.write(m_directory.path());
        QVERIFY(folder);
        const auto scorer = BundleScorer::load(*folder);
        QVERIFY(scorer);
        m_scorer = *scorer;
        m_rows = trainingSetOf(creditData(), CreditDataPart::HoldOut).rows;
        const auto scorings = m_scorer->score(m_rows);
        QVERIFY(scorings);
        m_expected = *scorings;
        QCOMPARE(m_expected.size(), m_rows.size());
    }
    void plan_3_2_3_contributionsAndBaseAddUpToTheMargin()
    {
        for (const Scoring &scoring : m_expected) {
            const double sum
                = std::accumulate(scoring.contributions.begin(), scoring.contributions.end(), double(scoring.baseValue));
            QVERIFY2(std::abs(sum - double(scoring.margin)) <= 1e-5, qPrintable(QString::number(sum - double(scoring.margin))));
        }
    }
    void theScoreComesFromTheCalibratedMargin()
    {
        for (const Scoring &scoring : m_expected) {
            const double logOdds = quickBundle().calibration.logOddsOfDefault(double(scoring.margin));
            QCOMPARE(scoring.probabilityOfDefault, ScoreScale::probability(logOdds));
            QCOMPARE(scoring.score, ScoreScale::score(ScoreScale::scoreAt(scoring.probabilityOfDefault)));
        }
    }
    void plan_3_2_3_topFactorsAddUpForRealApplicants()
    {
        for (std::size_t i = 0; i < m_rows.size(); ++i) {
            const TopFactors factors = topFactors(m_expected[i], m_rows[i]);
            int sum = factors.basePoints + factors.otherPoints;
            for (const QList<Factor> &side : {factors.raised, factors.lowered})
                for (const Factor &factor : side)
                    sum += factor.points;
            QCOMPARE(long(sum), ScoreScale::rounded(m_expected[i].unclampedScore));
            QVERIFY(!factors.raised.isEmpty() || !factors.lowered.isEmpty());
        }
    }
    void aBlockAndSingleRowsGiveTheSameBits()
    {
        for (const std::size_t block : {std::size_t(1), std::size_t(7), std::size_t(256)})
            for (std::size_t from = 0; from < 600; from += block) {
                const std::size_t count = std::min(block, m_rows.size() - from);
                const auto scorings = m_scorer->score(std::span(m_rows).subspan(from, count));
                QVERIFY(scorings);
                for (std::size_t i = 0; i < count; ++i)
                    QVERIFY(sameBits((*scorings)[i], m_expected[from + i]));
            }
    }
    void severalThreadsGiveTheSameBitsAsOne()
    {
        std::atomic<int> right = 0;
        std::vector<std::thread> threads;
        for (std::size_t thread = 0; thread < 4; ++thread)
            threads.emplace_back([&, thread] {
                for (std::size_t from = thread * 64; from + 64 <= m_rows.size(); from += 256) {
                    const auto scorings = m_scorer->score(std::span(m_rows).subspan(from, 64));
                    for (std::size_t i = 0; i < 64; ++i)
                        right += scorings && sameBits((*scorings)[i], m_expected[from + i]) ? 1 : 0;
                }
            });
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(right.load(), int(m_rows.size() / 64 * 64));
    }
    void anEmptyBlockIsNoError()
    {
        const auto scorings = m_scorer->score({});
        QVERIFY(scorings && scorings->empty());
    }
    void scoresAnApplicantOfWhomNothingIsKnown()
    {
        LoanInputs inputs;
        inputs.amount = 100'000;
        inputs.termMonths = 12;
        const std::vector<FeatureVector> row{featuresOf(inputs, 12.0)};
        const auto scorings = m_scorer->score(row);
        QVERIFY(scorings);
        QVERIFY(scorings->front().score > 0 && scorings->front().score < 1000);
    }
    void thoseWhoDefaultedScoreFarLower()
    {
        const std::vector<float> labels = trainingSetOf(creditData(), CreditDataPart::HoldOut).labels;
        std::array<double, 2> sums{};
        std::array<int, 2> counts{};
        for (std::size_t i = 0; i < labels.size(); ++i) {
            sums[std::size_t(labels[i])] += m_expected[i].score;
            ++counts[std::size_t(labels[i])];
        }
        QVERIFY(sums[0] / counts[0] > sums[1] / counts[1] + 100);
    }
    void withoutAModelThereIsNone()
    {
        QVERIFY(!ModelHolder().current());
    }
    void plan_3_3_1_aModelIsExchangedWhileOthersScore()
    {
        ModelHolder holder;
        holder.set(m_scorer);
        std::atomic<bool> stop = false;
        std::atomic<int> failed = 0;
        std::thread user([&] {
            while (!stop) {
                const auto scorer = holder.current();
                if (scorer && !scorer->score(std::span(m_rows).first(8)))
                    ++failed;
            }
        });
        const QString folder = m_directory.filePath(quickBundle().files.sha256());
        int loaded = 0;
        for (int i = 0; i < 20; ++i) {
            holder.set(nullptr);
            const auto fresh = BundleScorer::load(folder);
            loaded += fresh ? 1 : 0;
            if (fresh)
                holder.set(*fresh);
        }
        stop = true;
        user.join();
        QCOMPARE(loaded, 20);
        QCOMPARE(failed.load(), 0);
        QCOMPARE(holder.current()->model().bundle, quickBundle().files.sha256());
    }
};

QTEST_GUILESS_MAIN(TestScorer)
#include "tst_scorer.moc"
