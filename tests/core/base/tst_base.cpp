// Errors and their chains, hashes, time, seeded chance.
#include "core/base/clock.h"
#include "core/base/hash.h"
#include "core/base/ids.h"
#include "core/base/random.h"
#include "core/base/result.h"

#include <QTest>

#include <array>
#include <cmath>
#include <memory>

using namespace agon;

namespace {

Result<int> half(int value) {
    if (value % 2 != 0)
        return fail(ErrorCode::InvalidInput, "odd");
    return value / 2;
}

Result<int> quarter(int value) {
    return TRY(half(TRY(half(value))));
}

Result<std::unique_ptr<int>> boxed(int value) {
    return std::make_unique<int>(TRY(half(value)));
}

Result<void> check(int value) {
    TRY(half(value));
    return {};
}

} // namespace

class TestBase : public QObject {
    Q_OBJECT

  private slots:
    void tryPassesValuesAndErrors() {
        QCOMPARE(quarter(12).value(), 3);
        QCOMPARE(quarter(6).error().message, std::string("odd"));
        QCOMPARE(*boxed(8).value(), 4);
        QVERIFY(check(2));
        QCOMPARE(check(3).error().code, ErrorCode::InvalidInput);
    }

    void errorsReadFromTheOutside() {
        Error error{ErrorCode::Io, "no such byte"};
        const Error outer = std::move(error).within("line 3").within("file x.json");
        QCOMPARE(outer.text(), std::string("file x.json: line 3: no such byte"));
        QCOMPARE(errorCodeName(outer.code), std::string_view("io"));
    }

    // Hashes are stored in workspaces, so their values may never change. Expected values are those
    // of the reference implementation's command line, xxhsum -H3.
    void hashesAreStable() {
        QCOMPARE(hashBytes(""), 0x2d06800538d394c2ULL);
        QCOMPARE(hashBytes("a"), 0xe6c632b61e964e1fULL);
        QVERIFY(hashBytes("a", 1) != hashBytes("a"));
        QVERIFY(hashCombine(1, 2) != hashCombine(2, 1));
    }

    void timeIsWrittenAsIso_data() {
        QTest::addColumn<qint64>("milliseconds");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("not known") << qint64(0) << QByteArray();
        QTest::newRow("now") << qint64(1795558799000) << QByteArray("2026-11-24T22:19:59Z");
        QTest::newRow("leap day") << qint64(1709208000123) << QByteArray("2024-02-29T12:00:00Z");
        QTest::newRow("before 1970") << qint64(-1) << QByteArray("1969-12-31T23:59:59Z");
    }
    void timeIsWrittenAsIso() {
        QFETCH(qint64, milliseconds);
        QFETCH(QByteArray, text);
        QCOMPARE(QByteArray::fromStdString(toIso({milliseconds})), text);
    }

    void aManualClockStands() {
        ManualClock clock({1000});
        QCOMPARE(clock.now().milliseconds, 1000);
        clock.advance(5);
        QCOMPARE(clock.now().milliseconds, 1005);
    }

    void chanceIsSeeded() {
        Random first(7);
        Random second(7);
        Random other(7, 1);
        bool differs = false;
        for (int i = 0; i < 100; ++i) {
            const auto value = first();
            QCOMPARE(second(), value);
            differs = differs || other() != value;
        }
        QVERIFY(differs);
    }

    // Moments within four standard errors.
    void chanceIsFair() {
        Random random(1);
        constexpr int n = 200'000;
        double sum = 0;
        double squares = 0;
        double normals = 0;
        double normalSquares = 0;
        std::array<int, 6> faces{};
        for (int i = 0; i < n; ++i) {
            const double u = random.uniform();
            QVERIFY(u >= 0 && u < 1);
            sum += u;
            squares += u * u;
            const double z = random.normal();
            normals += z;
            normalSquares += z * z;
            ++faces[random.below(6)];
        }
        const double root = std::sqrt(static_cast<double>(n));
        QVERIFY(std::abs(sum / n - 0.5) < 4 * std::sqrt(1 / 12.0) / root);
        QVERIFY(std::abs(squares / n - 1 / 3.0) < 4 * std::sqrt(4 / 45.0) / root);
        QVERIFY(std::abs(normals / n) < 4 / root);
        QVERIFY(std::abs(normalSquares / n - 1) < 4 * std::sqrt(2.0) / root);
        for (const int face : faces)
            QVERIFY(std::abs(face - n / 6.0) < 4 * std::sqrt(n * 5 / 36.0));
    }
};

QTEST_GUILESS_MAIN(TestBase)
#include "tst_base.moc"
