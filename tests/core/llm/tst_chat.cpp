// Sampling as part of an identity, prices, ceilings, keys of the environment.
#include "core/llm/chat.h"
#include "core/llm/endpoint.h"
#include "core/llm/secrets.h"

#include <QTest>

using namespace agon;

class TestChat : public QObject {
    Q_OBJECT

  private slots:
    void samplingComesBack() {
        Sampling sampling;
        sampling.temperature = 0.7;
        sampling.maxTokens = 2048;
        sampling.stop = {"###", "\n\n"};
        QCOMPARE(canonical(sampling),
                 std::string(R"({"max_tokens":2048,"stop":["###","\n\n"],"temperature":0.7})"));
        QVERIFY(samplingFrom(canonical(sampling)) == sampling);
    }
    void theSeedIsNoPartOfIt() {
        Sampling one;
        Sampling other;
        one.seed = 1;
        other.seed = 2;
        QCOMPARE(canonical(one), canonical(other));
    }
    void whatIsNoSamplingCountsAsNotSet_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("empty") << QByteArray("{}");
        QTest::newRow("a list") << QByteArray("[1]");
        QTest::newRow("wrong kinds")
            << QByteArray(R"({"temperature":"hot","max_tokens":-5,"stop":"x","top_p":null})");
        QTest::newRow("too many") << QByteArray(R"({"max_tokens":1e300})");
        QTest::newRow("others' words") << QByteArray(R"({"seedling":{"a":[]}})");
    }
    void whatIsNoSamplingCountsAsNotSet() {
        QFETCH(QByteArray, json);
        QVERIFY(samplingFrom(json.toStdString()) == Sampling());
    }

    void costs() {
        const TokenPrice price{2.0, 10.0, 0.5};
        const Usage usage{1'000'000, 100'000, 400'000, {}};
        QCOMPARE(*costOf(price, usage), 1.2 + 0.2 + 1.0);
        QCOMPARE(*costOf({2.0, 10.0, {}}, usage), 2.0 + 1.0); // no price of its own
        QVERIFY(!costOf({2.0, {}, {}}, usage));
        QVERIFY(!costOf(price, {1000, {}, {}, {}}));
    }
    void ceilingsHold() {
        const TokenCeiling one = ceilingOf(1000, 2, 512);
        QCOMPARE(one.in, std::int64_t{334 + 32});
        QCOMPARE(one.out, std::int64_t{512});
    }
    void keysOfTheEnvironment() {
        qputenv("AGON_TEST_KEY", "abc");
        const EnvironmentSecrets secrets;
        QCOMPARE(secrets.find("AGON_TEST_KEY"), std::optional<std::string>("abc"));
        qputenv("AGON_TEST_KEY", "");
        QVERIFY(!secrets.find("AGON_TEST_KEY"));
        QVERIFY(!secrets.find("AGON_NO_SUCH_KEY"));
        QVERIFY(!secrets.find(""));
        QVERIFY(!secrets.find("A=B"));
    }
    void failuresHaveNames() {
        QCOMPARE(callFailureName(CallFailure::Unreachable), std::string_view("unreachable"));
        QCOMPARE(callFailureName(CallFailure::RateLimited), std::string_view("rate_limited"));
        QCOMPARE(callFailureName(CallFailure::Cancelled), std::string_view("cancelled"));
    }
};

QTEST_GUILESS_MAIN(TestChat)
#include "tst_chat.moc"
