// Rows arrive whole, in order, and with what is said about them, whatever the threads do.
#include "core/exchange/row_feed.h"
#include "core/text/marks.h"

#include <QtTest>

#include <cstring>

using namespace agon;
using namespace agon::exchange;

namespace {

// Makes a draft of the text's length, and refuses the text "bad".
class Drafting final : public RowImporter {
  public:
    struct Length final : RowDraft {
        std::size_t length = 0;
    };
    [[nodiscard]] Result<std::unique_ptr<RowDraft>> draft(const SourceRow& row) const override {
        auto out = std::make_unique<Length>();
        const auto text = row.json["text"].string();
        if (text == "bad")
            return reject("a bad text");
        out->length = text ? text->size() : 0;
        return out;
    }
    Result<Outcome> row(Appender& /*appender*/, const SourceRow& /*row*/) override {
        return Outcome::of(true);
    }
};

RecordSplitter::Read reader(std::string text, std::size_t failAt = std::string::npos) {
    return [text = std::move(text), failAt,
            at = std::size_t{0}](std::span<char> into) mutable -> Result<std::size_t> {
        if (at >= failAt)
            return fail(ErrorCode::Io, "the disk is gone");
        const std::size_t count = std::min({into.size(), text.size() - at, failAt - at});
        std::memcpy(into.data(), text.data() + at, count);
        at += count;
        return count;
    };
}

std::string line(int number, const std::string& text) {
    return R"({"id":)" + std::to_string(number) + R"(,"text":")" + text + "\"}\n";
}

} // namespace

class TestRowFeed : public QObject {
    Q_OBJECT

  private slots:
    // Far more than waits at a time, with rows longer than a batch between short ones.
    void rowsArriveInOrder() {
        std::string file;
        const auto lengthOf = [](int i) {
            return static_cast<std::size_t>(i % 97 == 0 ? 300'000 : 40 + i % 50);
        };
        constexpr int rows = 2000;
        for (int i = 0; i < rows; ++i)
            file += line(i, std::string(lengthOf(i), 'x'));
        const std::size_t size = file.size();
        const Drafting importer;
        RowFeed feed(reader(std::move(file)), {Layout::Lines, 0}, importer);
        int number = 0;
        while (const FedRow* fed = *feed.next()) {
            QVERIFY2(fed->problem.empty(), fed->problem.c_str());
            QCOMPARE(fed->row.line, number + 1);
            QCOMPARE(fed->row.number, number + 1);
            QCOMPARE(fed->row.json["id"].integer(), number);
            const auto& draft = static_cast<const Drafting::Length&>(*fed->row.draft);
            QCOMPARE(draft.length, lengthOf(number));
            QCOMPARE(fed->row.facts.size(), std::size_t{1});
            const TextFacts& facts = fed->row.facts.front();
            QCOMPARE(facts.text.data(), fed->row.json["text"].string()->data());
            QCOMPARE(facts.length, static_cast<std::int64_t>(lengthOf(number)));
            ++number;
        }
        QCOMPARE(number, rows);
        QCOMPARE(feed.bytesRead(), static_cast<std::int64_t>(size));
        QCOMPARE(*feed.next(), nullptr); // and stays at the end
    }

    void whatIsNoRowSaysWhy() {
        const Drafting importer;
        RowFeed feed(reader(line(1, "good") + "{\"id\": 2, \"text\"\n" + "[3]\n" + line(4, "bad") +
                            line(5, "a\\ud800b")),
                     {Layout::Lines, 0}, importer);
        std::vector<std::string> problems;
        std::uint32_t marked = 0;
        while (const FedRow* fed = *feed.next()) {
            problems.push_back(fed->problem);
            marked = fed->row.marks;
        }
        QCOMPARE(problems.size(), std::size_t{5});
        QCOMPARE(problems[0], std::string());
        QVERIFY(problems[1].starts_with("damaged JSON"));
        QCOMPARE(problems[2], std::string("the record is not a JSON object"));
        QCOMPARE(problems[3], std::string("a bad text"));
        QCOMPARE(problems[4], std::string());
        QCOMPARE(marked, marks::loneSurrogate);
    }

    void tablesAreCutIntoCells() {
        const Drafting importer;
        RowFeed feed(reader("a;b\n1;\"x;\n y\"\nonly one\n2;3\n"), {Layout::Table, 2}, importer);
        const FedRow* first = *feed.next();
        QVERIFY(first != nullptr);
        QCOMPARE(first->row.cells.size(), std::size_t{2});
        QCOMPARE(first->row.cells[1], std::string("x;\n y"));
        QCOMPARE(first->row.line, 2);
        const FedRow* second = *feed.next();
        QCOMPARE(second->problem, std::string("the row has 1 fields, but there are 2 columns"));
        const FedRow* third = *feed.next();
        QCOMPARE(third->row.cells[0], std::string("2"));
        QCOMPARE(third->row.number, 3);
        QCOMPARE(*feed.next(), nullptr);
    }

    // A row that cannot be held is an error, not the end of the program.
    void lackOfMemoryIsAnError() {
        const Drafting importer;
        RowFeed feed([](std::span<char>) -> Result<std::size_t> { throw std::bad_alloc(); },
                     {Layout::Lines, 0}, importer);
        const auto first = feed.next();
        QVERIFY(!first);
        QVERIFY(first.error().message.find("memory") != std::string::npos);
    }

    // The rows before the fault arrive first.
    void aReadingErrorComesAtItsPlace() {
        const Drafting importer;
        const std::string good = line(1, "one") + line(2, "two");
        RowFeed feed(reader(good + line(3, "three"), good.size()), {Layout::Lines, 0}, importer);
        QCOMPARE((*feed.next())->row.number, 1);
        QCOMPARE((*feed.next())->row.number, 2);
        const auto third = feed.next();
        QVERIFY(!third);
        QCOMPARE(third.error().code, ErrorCode::Io);
        QVERIFY(!feed.next()); // still
    }

    // An import that is cancelled leaves the feed while it is full, or has not begun.
    void leavingEarlyEndsTheThread() {
        std::string file;
        for (int i = 0; i < 20'000; ++i)
            file += line(i, std::string(100, 'y'));
        const Drafting importer;
        for (int taken : {0, 1, 5000}) {
            RowFeed feed(reader(file), {Layout::Lines, 0}, importer);
            for (int i = 0; i < taken; ++i)
                QVERIFY(*feed.next() != nullptr);
        }
    }
};

QTEST_GUILESS_MAIN(TestRowFeed)
#include "tst_row_feed.moc"
