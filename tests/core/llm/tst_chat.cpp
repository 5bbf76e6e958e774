// Sampling as an identity, names of failures, prices and ceilings, keys of the environment.
#include "core/llm/chat.h"
#include "core/llm/endpoint.h"
#include "core/llm/secrets.h"

#include <QTest>

#include <limits>
#include <set>

using namespace agon;

namespace {

constexpr double none = -1;
constexpr std::int64_t million = 1'000'000;

std::optional<double> priceOf(double value) {
    return value < 0 ? std::nullopt : std::optional(value);
}

std::optional<std::int64_t> millions(double value) {
    return value == none
               ? std::nullopt
               : std::optional(static_cast<std::int64_t>(value * static_cast<double>(million)));
}

} // namespace

class TestChat : public QObject {
    Q_OBJECT

  private slots:
    void canonicalIsSortedAndWithoutSeed() {
        Sampling sampling;
        sampling.topP = 0.95;
        sampling.temperature = 0.7;
        sampling.seed = 7;
        // The very text that demo arenas were written with.
        QCOMPARE(canonical(sampling),
                 std::string(R"({"max_tokens":1024,"temperature":0.7,"top_p":0.95})"));
        sampling.stop = {"\n\n", "END"};
        QCOMPARE(canonical(sampling),
                 std::string(R"({"max_tokens":1024,"stop":["\n\n","END"],"temperature":0.7,)"
                             R"("top_p":0.95})"));
    }

    void canonicalLeavesOutWhatIsNotSet() {
        QCOMPARE(canonical({}), std::string(R"({"max_tokens":1024})"));
        Sampling odd;
        odd.temperature = std::numeric_limits<double>::quiet_NaN();
        odd.topP = std::numeric_limits<double>::infinity();
        QCOMPARE(canonical(odd), std::string(R"({"max_tokens":1024})"));
    }

    void canonicalSurvivesBadBytes() {
        Sampling sampling;
        sampling.stop = {"\xff"};
        QCOMPARE(canonical(sampling),
                 std::string("{\"max_tokens\":1024,\"stop\":[\"\xef\xbf\xbd\"]}"));
    }

    void samplingIsReadBack() {
        Sampling sampling;
        sampling.temperature = 1.0 / 3;
        sampling.topP = 1;
        sampling.maxTokens = 8192;
        sampling.stop = {"a", "ü"};
        QCOMPARE(samplingFrom(canonical(sampling)), sampling);
        QCOMPARE(samplingFrom(canonical({})), Sampling{});
    }

    void samplingFromAnything_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("same"); // reads as this
        const auto row = [](const char* name, const char* json, const char* same) {
            QTest::newRow(name) << QByteArray(json) << QByteArray(same);
        };
        row("nothing", "", "{}");
        row("no object", "[1,2]", "{}");
        row("broken", R"({"temperature":0.5)", "{}");
        row("bad bytes", "{\"temperature\":0.5,\"stop\":\"\xff\"}", "{}");
        row("overflow", R"({"temperature":1e999})", "{}");
        row("unknown keys", R"({"top_k":40,"temperature":0.5})", R"({"temperature":0.5})");
        row("integers are numbers", R"({"temperature":1})", R"({"temperature":1.0})");
        row("wrong kinds", R"({"temperature":"0.5","top_p":null,"seed":1.5,"max_tokens":[]})",
            "{}");
        row("no tokens", R"({"max_tokens":0})", "{}");
        row("negative tokens", R"({"max_tokens":-5})", "{}");
        row("too many tokens", R"({"max_tokens":2147483648})", "{}");
        row("seed out of range", R"({"seed":18446744073709551615})", "{}");
        row("one stop text", R"({"stop":"x"})", R"({"stop":["x"]})");
        row("mixed stops", R"({"stop":["x",1]})", "{}");
    }
    void samplingFromAnything() {
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, same);
        QCOMPARE(samplingFrom(json.toStdString()), samplingFrom(same.toStdString()));
    }

    void seedIsRead() {
        QCOMPARE(samplingFrom(R"({"seed":-3})").seed, std::optional<std::int64_t>(-3));
    }

    void deepNestingIsNoTrouble() {
        const std::string deep = std::string(200000, '[') + std::string(200000, ']');
        QCOMPARE(samplingFrom(deep), Sampling{});
        QCOMPARE(samplingFrom(R"({"stop":)" + deep + "}"), Sampling{});
    }

    void failureNamesAreUnique() {
        std::set<std::string_view> names;
        for (int i = 0; i <= static_cast<int>(CallFailure::Cancelled); ++i)
            names.insert(callFailureName(static_cast<CallFailure>(i)));
        QCOMPARE(names.size(), static_cast<std::size_t>(CallFailure::Cancelled) + 1);
        QCOMPARE(names.count("unknown"), std::size_t{0});
        QCOMPARE(callFailureName(CallFailure::RateLimited), std::string_view("rate_limited"));
    }

    void costs_data() {
        QTest::addColumn<double>("priceIn"); // -1: not known, everywhere
        QTest::addColumn<double>("priceOut");
        QTest::addColumn<double>("priceCached");
        QTest::addColumn<double>("in"); // millions of tokens
        QTest::addColumn<double>("out");
        QTest::addColumn<double>("cached");
        QTest::addColumn<double>("dollars");
        const auto row = [](const char* name, double priceIn, double priceOut, double priceCached,
                            double in, double out, double cached, double dollars) {
            QTest::newRow(name) << priceIn << priceOut << priceCached << in << out << cached
                                << dollars;
        };
        row("in and out", 2, 8, none, 1, 0.5, none, 6);
        row("cached ones cost as others", 2, 8, none, 1, 0.5, 0.5, 6);
        row("cached ones are cheaper", 2, 8, 0.5, 1, 0.5, 0.5, 5.25);
        row("cached ones are free", 2, 8, 0, 1, 0.5, 0.5, 5);
        row("nothing was cached", 2, 8, 0.5, 1, 0.5, 0, 6);
        row("cached is not told", 2, 8, 0.5, 1, 0.5, none, none);
        row("cached is not told and does not matter", 2, 8, 2, 1, 0.5, none, 6);
        row("nothing in, nothing cached", 2, 8, 0.5, 0, 0.5, none, 4);
        row("more cached than there was", 2, 8, 0.5, 1, 0.5, 3, 4.5);
        row("no price in", none, 8, none, 1, 0.5, none, none);
        row("no price out", 2, none, none, 1, 0.5, none, none);
        row("no price out, nothing out", 2, none, none, 1, 0, none, 2);
        row("no count in", 2, 8, none, none, 0.5, none, none);
        row("no count out", 2, 8, none, 1, none, none, none);
        row("free, no counts", 0, 0, none, none, none, none, 0);
        row("negative count", 2, 8, none, -2, 0.5, none, none);
        row("nothing is known", none, none, none, none, none, none, none);
    }
    void costs() {
        QFETCH(double, priceIn);
        QFETCH(double, priceOut);
        QFETCH(double, priceCached);
        QFETCH(double, in);
        QFETCH(double, out);
        QFETCH(double, cached);
        QFETCH(double, dollars);
        const TokenPrice price{priceOf(priceIn), priceOf(priceOut), priceOf(priceCached)};
        const Usage usage{millions(in), millions(out), millions(cached), std::nullopt};
        QCOMPARE(costOf(price, usage).value_or(none), dollars);
    }

    void ceilings() {
        QCOMPARE(ceilingOf(0, 0, 5).in, std::int64_t{0});
        QCOMPARE(ceilingOf(3, 1, 5).in, std::int64_t{17});
        QCOMPARE(ceilingOf(4, 1, 5).in, std::int64_t{18});
        QCOMPARE(ceilingOf(300, 2, 1024).in, std::int64_t{132});
        QCOMPARE(ceilingOf(300, 2, 1024).out, std::int64_t{1024});
        // Adding before dividing would overflow.
        constexpr auto most = std::numeric_limits<std::int64_t>::max();
        QCOMPARE(ceilingOf(most, 0, 1).in, most / 3 + (most % 3 != 0 ? 1 : 0));
    }

    void keysOfTheEnvironment() {
        qputenv("AGON_TEST_KEY", "k-1");
        qputenv("AGON_TEST_EMPTY", "");
        qunsetenv("AGON_TEST_ABSENT");
        const EnvironmentSecrets secrets;
        QCOMPARE(secrets.find("AGON_TEST_KEY"), std::optional<std::string>("k-1"));
        QVERIFY(!secrets.find("AGON_TEST_EMPTY"));
        QVERIFY(!secrets.find("AGON_TEST_ABSENT"));
        QVERIFY(!secrets.find(""));
        QVERIFY(!secrets.find(std::string_view("AGON_TEST_KEY\0x", 15)));
        // Not a whole name: the view ends before the buffer does.
        QVERIFY(!secrets.find(std::string_view("AGON_TEST_KEY").substr(0, 8)));
    }
};

QTEST_GUILESS_MAIN(TestChat)
#include "tst_chat.moc"
