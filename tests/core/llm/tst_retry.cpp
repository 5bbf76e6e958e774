// Which failures are tried again, after how long, and what servers say about their limits.
#include "core/llm/retry.h"
#include "tests/support/result_check.h"

#include <QTest>

using namespace agon;

namespace {

const Timestamp now{1'445'412'480'000}; // 2015-10-21T07:28:00Z

} // namespace

class TestRetry : public QObject {
    Q_OBJECT

  private slots:
    void statuses_data() {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<CallFailure>("kind");
        QTest::addColumn<bool>("again");
        const auto row = [](const char* name, int status, const char* code, CallFailure kind,
                            bool again) {
            QTest::newRow(name) << status << QByteArray(code) << kind << again;
        };
        row("200 that is no answer", 200, "", CallFailure::Unreadable, false);
        row("redirect", 307, "", CallFailure::Untrusted, false);
        row("bad request", 400, "", CallFailure::BadRequest, false);
        row("no key", 401, "", CallFailure::Refused, false);
        row("payment", 402, "", CallFailure::Quota, false);
        row("forbidden", 403, "", CallFailure::Refused, false);
        row("not found", 404, "", CallFailure::BadRequest, false);
        row("timeout", 408, "", CallFailure::TimedOut, true);
        row("conflict", 409, "", CallFailure::ServerFailed, true);
        row("too large", 413, "", CallFailure::BadRequest, false);
        row("unprocessable", 422, "", CallFailure::BadRequest, false);
        row("too many", 429, "rate_limit_exceeded", CallFailure::RateLimited, true);
        row("no quota", 429, "insufficient_quota", CallFailure::Quota, false);
        row("no credit", 429, "credit_balance_exhausted", CallFailure::Quota, false);
        row("server", 500, "", CallFailure::ServerFailed, true);
        row("gateway", 502, "", CallFailure::ServerFailed, true);
        row("busy", 503, "", CallFailure::ServerFailed, true);
        row("overloaded", 529, "overloaded_error", CallFailure::ServerFailed, true);
    }
    void statuses() {
        QFETCH(int, status);
        QFETCH(QByteArray, code);
        QFETCH(CallFailure, kind);
        QFETCH(bool, again);
        const WireError byCode{"", code.toStdString(), ""};
        const WireError byType{"", "", code.toStdString()};
        QCOMPARE(classify(status, byCode), kind);
        QCOMPARE(classify(status, byType), kind);
        QCOMPARE(shouldRetry(status, {}, byCode), again);
        QCOMPARE(shouldRetry(status, {}, byType), again);
    }

    void theServerMayDecide() {
        const std::vector<HttpHeader> yes{{"X-Should-Retry", " True "}};
        const std::vector<HttpHeader> no{{"x-should-retry", "false"}};
        const std::vector<HttpHeader> other{{"x-should-retry", "maybe"}};
        QVERIFY(shouldRetry(413, yes, {}));
        QVERIFY(!shouldRetry(429, no, {}));
        QVERIFY(!shouldRetry(500, no, {}));
        QVERIFY(shouldRetry(500, other, {}));
        for (const int status : {200, 307, 400, 401, 402, 403, 404, 422})
            QVERIFY(!shouldRetry(status, yes, {}));
        QVERIFY(!shouldRetry(429, yes, {"", "insufficient_quota", ""}));
    }

    void connections() {
        for (const auto kind : {CallFailure::Unreachable, CallFailure::TimedOut, CallFailure::Cut})
            QVERIFY(shouldRetry(kind));
        for (const auto kind : {CallFailure::Unreadable, CallFailure::Untrusted, CallFailure::NoKey,
                                CallFailure::Cancelled, CallFailure::BadRequest})
            QVERIFY(!shouldRetry(kind));
    }

    void backoff() {
        Random random(7);
        for (int failed = -1; failed < 2000; failed += failed < 8 ? 1 : 500) {
            const double whole = std::min(0.5 * std::pow(2, std::max(failed, 0)), 8.0);
            for (int i = 0; i < 50; ++i) {
                const double delay = retryDelay(failed, {}, now, random);
                QVERIFY(delay <= whole && delay > 0.75 * whole - 1e-9);
            }
        }
        Random one(3);
        Random same(3);
        QCOMPARE(retryDelay(2, {}, now, one), retryDelay(2, {}, now, same));
    }

    void asked_data() {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<double>("seconds"); // 0: not honoured
        const auto row = [](const char* name, const char* value, double seconds) {
            QTest::addRow("%s %s", name, value) << QByteArray(name) << QByteArray(value) << seconds;
        };
        row("Retry-After", "5", 5);
        row("retry-after", " 1.5 ", 1.5);
        row("retry-after", "60", 60);
        row("retry-after", "60.1", 0);
        row("retry-after", "0", 0);
        row("retry-after", "-3", 0);
        row("retry-after", "nan", 0);
        row("retry-after", "inf", 0);
        row("retry-after", "5 apples", 0);
        row("retry-after", "", 0);
        row("retry-after", "Wed, 21 Oct 2015 07:28:30 GMT", 30);
        row("retry-after", "Wed, 21 Oct 2015 07:27:30 GMT", 0);
        row("retry-after", "Wed, 21 Oct 2015 08:28:30 GMT", 0);
        row("retry-after-ms", "250", 0.25);
        row("retry-after-ms", "90000", 0);
    }
    void asked() {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, value);
        QFETCH(double, seconds);
        const std::vector<HttpHeader> headers{{name.toStdString(), value.toStdString()}};
        Random random(1);
        const double delay = retryDelay(0, headers, now, random);
        if (seconds > 0)
            QCOMPARE(delay, seconds);
        else
            QVERIFY(delay > 0.37 && delay <= 0.5);
    }
    void millisecondsComeFirst() {
        const std::vector<HttpHeader> headers{{"retry-after", "9"}, {"retry-after-ms", "1500"}};
        Random random(1);
        QCOMPARE(retryDelay(0, headers, now, random), 1.5);
    }

    void durations_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<double>("seconds"); // -1: none
        const auto row = [](const char* text, double seconds) {
            QTest::addRow("'%s'", text) << QByteArray(text) << seconds;
        };
        row("1s", 1);
        row("6m0s", 360);
        row("12ms", 0.012);
        row("1h2m3.5s", 3723.5);
        row("7us", 7e-6);
        row("7\xC2\xB5s", 7e-6);
        row("2m59.56s", 179.56);
        row("30", 30);
        row("0", 0);
        row("", -1);
        row("s", -1);
        row("-1", -1);
        row("-1s", -1);
        row("5 s", -1);
        row("5s3", -1);
        row("5d", -1);
        row("nans", -1);
    }
    void durations() {
        QFETCH(QByteArray, text);
        QFETCH(double, seconds);
        QCOMPARE(goDuration(text.toStdString()).value_or(-1), seconds);
    }

    void limitsOfOpenAi() {
        const std::vector<HttpHeader> headers{
            {"x-ratelimit-limit-requests", "60"},       {"X-RateLimit-Remaining-Requests", "59"},
            {"x-ratelimit-reset-requests", "1s"},       {"x-ratelimit-limit-tokens", "-1"},
            {"x-ratelimit-remaining-tokens", "149984"}, {"x-ratelimit-reset-tokens", "6m0s"}};
        const RateAllowances limits = rateAllowances(headers, now);
        QVERIFY((limits.requests == RateAllowance{60, 59, 1}));
        QVERIFY((limits.tokens == RateAllowance{std::nullopt, 149984, 360}));
        QVERIFY(limits.inputTokens == RateAllowance{});
    }
    void limitsOfAnthropic() {
        const std::vector<HttpHeader> headers{
            {"anthropic-ratelimit-requests-limit", "50"},
            {"anthropic-ratelimit-requests-remaining", "0"},
            {"anthropic-ratelimit-requests-reset", "2015-10-21T07:28:10Z"},
            {"anthropic-ratelimit-output-tokens-limit", "8000"},
            {"anthropic-ratelimit-output-tokens-reset", "2015-10-21T07:00:00Z"}};
        const RateAllowances limits = rateAllowances(headers, now);
        QVERIFY((limits.requests == RateAllowance{50, 0, 10}));
        QVERIFY((limits.outputTokens == RateAllowance{8000, std::nullopt, 0}));
        QVERIFY(limits.tokens == RateAllowance{});
    }
    void noLimits() { QVERIFY(rateAllowances({}, now) == RateAllowances{}); }
};

QTEST_APPLESS_MAIN(TestRetry)
#include "tst_retry.moc"
