// Judge styles: the built-in ones, a user's own, and files that nobody should trust.
#include "core/base/builtin.h"
#include "core/judge/prompt_style.h"
#include "tests/support/result_check.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <set>

using namespace agon;

namespace {

// JSON that was written with apostrophes.
std::string quoted(std::string text) {
    std::replace(text.begin(), text.end(), '\'', '"');
    return text;
}

const std::string single = "'single':{'user':'{question} {answer_a} {answer_b}'}";

std::string styleText(const std::string& id, const std::string& more = {},
                      const std::string& form = "agon-scores") {
    return quoted("{'id':'" + id + "','title':'Mine','form':'" + form + "'," + single + more + "}");
}

void write(const std::filesystem::path& path, const std::string& bytes) {
    QFile file(QString::fromStdString(path.string()));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes.data(), static_cast<qint64>(bytes.size())),
             static_cast<qint64>(bytes.size()));
}

} // namespace

class TestPromptStyle : public QObject {
    Q_OBJECT

  private slots:
    void builtinOnesAreAllSound() {
        const PromptStyles styles = loadPromptStyles();
        QVERIFY2(styles.problems.empty(),
                 styles.problems.empty() ? "" : styles.problems.front().c_str());
        QCOMPARE(styles.all.size(), std::size_t{5});
        std::set<VerdictForm> forms;
        std::set<std::uint64_t> hashes;
        for (const auto& style : styles.all) {
            QVERIFY(builtinFile("judge/" + style->id + ".json"));
            QVERIFY2(style->multiTurn && style->reference && style->referenceMultiTurn,
                     style->id.c_str());
            QVERIFY(!style->note.empty() && !style->single.system.empty());
            QCOMPARE(style->schema.empty(), style->form != VerdictForm::Json);
            forms.insert(style->form);
            hashes.insert(style->contentHash);
        }
        QCOMPARE(forms.size(), std::size_t{5});
        QCOMPARE(hashes.size(), std::size_t{5});
    }

    // What the parser reads is what the text asks for.
    void textsNameTheirForm_data() {
        QTest::addColumn<QByteArray>("id");
        QTest::addColumn<QByteArrayList>("words");
        QTest::newRow("agon") << QByteArray("agon-scores")
                              << QByteArrayList{"\nScore-A: n\nScore-B: n"};
        QTest::newRow("letters") << QByteArray("fastchat-verdict")
                                 << QByteArrayList{"[[A]]", "[[B]]", "[[C]]"};
        QTest::newRow("pair") << QByteArray("fastchat-scores") << QByteArrayList{"[[7, 4]]"};
        QTest::newRow("hard") << QByteArray("arena-hard")
                              << QByteArrayList{"[[A>>B]]", "[[A>B]]", "[[A=B]]", "[[B>A]]",
                                                "[[B>>A]]"};
        QTest::newRow("json") << QByteArray("agon-json")
                              << QByteArrayList{"\"explanation\"", "\"score_a\"", "\"score_b\""};
    }
    void textsNameTheirForm() {
        QFETCH(QByteArray, id);
        QFETCH(QByteArrayList, words);
        const auto style = loadPromptStyles().find(id.toStdString());
        QVERIFY(style);
        for (const PromptText& text :
             {style->single, *style->multiTurn, *style->reference, *style->referenceMultiTurn})
            for (const QByteArray& word : words)
                QVERIFY2(text.user.find(word.toStdString()) != std::string::npos, word.constData());
    }

    void schemaForbidsWhatIsNotAsked() {
        QCOMPARE(loadPromptStyles().find("agon-json")->schema,
                 std::string(R"({"type":"object","properties":{"explanation":{"type":"string"},)"
                             R"("score_a":{"type":"number"},"score_b":{"type":"number"}},)"
                             R"("required":["explanation","score_a","score_b"],)"
                             R"("additionalProperties":false})"));
        QCOMPARE(loadPromptStyles().find("agon-json")->schemaName, std::string("verdict"));
    }

    void findsById() {
        const PromptStyles styles = loadPromptStyles();
        QCOMPARE(styles.find("")->id, std::string("agon-scores"));
        QVERIFY(!styles.find("nobody"));
        QVERIFY(!PromptStyles{}.find(""));
    }

    void writtenOnesAreReadBack() {
        for (const auto& style : loadPromptStyles().all)
            QCOMPARE(valueOf(readPromptStyle(writePromptStyle(*style))), *style);
        PromptStyle odd = valueOf(readPromptStyle(styleText(
            "odd", ",'temperature':0.7,'max_tokens':9,'version':3,'note':'ä','schema_name':'v',"
                   "'schema':{'b':1,'a':[{'x':null}]},"
                   "'multi_turn':{'system':'s\\n','user':['{question_1}{answer_a_1}{answer_b_1}',"
                   "'{question_2}{answer_a_2}{answer_b_2}','']}")));
        QCOMPARE(odd.temperature, 0.7);
        QCOMPARE(odd.schema, std::string(R"({"b":1,"a":[{"x":null}]})"));
        QCOMPARE(odd.multiTurn->system, std::string("s\n"));
        QVERIFY(odd.multiTurn->user.ends_with("{answer_b_2}\n"));
        QCOMPARE(valueOf(readPromptStyle(writePromptStyle(odd))), odd);
    }

    void whatIsMissingHasDefaults() {
        const PromptStyle style = valueOf(readPromptStyle(styleText("x", ",'later':1")));
        QCOMPARE(style.version, 1);
        QCOMPARE(style.maxTokens, PromptStyle{}.maxTokens);
        QCOMPARE(style.temperature, 0.0);
        QVERIFY(!style.multiTurn && !style.reference && !style.referenceMultiTurn);
        QVERIFY(style.schema.empty() && style.single.system.empty());
    }

    void hashIsOfWhatIsSent() {
        const auto hashOf = [](const std::string& more) {
            return valueOf(readPromptStyle(styleText("x", more))).contentHash;
        };
        const std::uint64_t plain = hashOf({});
        QCOMPARE(hashOf(",'note':'n','max_tokens':7,'temperature':1,'version':2,'title':'T'"),
                 plain);
        QVERIFY(hashOf(",'system':'s'") != plain);
        QVERIFY(valueOf(readPromptStyle(styleText("x", {}, "fastchat-scores"))).contentHash !=
                plain);
        QVERIFY(hashOf(",'schema':{},'schema_name':'v'") != plain);
        QVERIFY(hashOf(",'multi_turn':{'user':'{conversation_a}{conversation_b}'}") != plain);
        QVERIFY(hashOf(",'reference':{'user':'{reference}{question}{answer_a}{answer_b}'}") !=
                plain);
    }

    void hostile_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("told");
        const auto row = [](const char* name, const std::string& json, const char* told) {
            QTest::newRow(name) << QByteArray::fromStdString(quoted(json)) << QByteArray(told);
        };
        const auto prompt = [](const char* key, const std::string& user) {
            return "{'id':'x','title':'T','form':'json'," +
                   (std::string(key) == "single" ? "" : single + ",") + "'" + key + "':{'user':'" +
                   user + "'}}";
        };
        row("empty", "", "JSON");
        row("cut", "{'id':'x'", "JSON");
        row("list", "[]", "object");
        row("deep", std::string(300000, '[') + std::string(300000, ']'), "JSON");
        row("no id", "{'title':'x','form':'json'," + single + "}", "id:");
        row("path as id", styleText("../x"), "id:");
        row("no title", "{'id':'x','form':'json'," + single + "}", "title:");
        row("no form", "{'id':'x','title':'T'," + single + "}", "\"arena-hard\"");
        row("no single", "{'id':'x','title':'T','form':'json'}", "single:");
        row("version 0", styleText("x", ",'version':0"), "version:");
        row("half a token", styleText("x", ",'max_tokens':1.5"), "max_tokens:");
        row("no tokens", styleText("x", ",'max_tokens':0"), "max_tokens:");
        row("tokens as text", styleText("x", ",'max_tokens':'7'"), "max_tokens:");
        row("hot", styleText("x", ",'temperature':2.1"), "temperature:");
        row("NaN", styleText("x", ",'temperature':NaN"), "temperature:");
        row("schema as text", styleText("x", ",'schema':'{}'"), "schema:");
        row("schema alone", styleText("x", ",'schema':{}"), "schema_name:");
        row("name alone", styleText("x", ",'schema_name':'v'"), "schema_name:");
        row("name of blanks", styleText("x", ",'schema':{},'schema_name':'a b'"), "schema_name:");
        row("note as list", styleText("x", ",'note':[]"), "note:");
        row("system as number", styleText("x", ",'system':7"), "system:");
        row("lines of numbers", styleText("x", ",'system':['a',7]"), "system:");
        row("multi turn as text", styleText("x", ",'multi_turn':'a'"), "multi_turn:");
        row("no user", styleText("x", ",'multi_turn':{}"), "{question} is missing");
        row("unknown", prompt("single", "{question} {answer_a} {answer_b} {answer_c}"),
            "{answer_c} is no placeholder");
        row("turn 0", prompt("single", "{question} {answer_a} {answer_b} {question_0}"),
            "{question_0} is no");
        row("turn 01", prompt("single", "{question} {answer_a} {answer_b} {question_01}"),
            "{question_01} is no");
        row("huge turn", prompt("single", "{question} {answer_a} {answer_b_99999999999999999999}"),
            "is no placeholder");
        row("without a", prompt("single", "{question} {answer_b}"), "{answer_a} is missing");
        row("without b", prompt("single", "{question} {answer_a}"), "{answer_b} is missing");
        row("without question", prompt("single", "{answer_a} {answer_b}"), "{question} is missing");
        row("two turns in one", prompt("single", "{question} {answer_a} {answer_b} {question_2}"),
            "names turn 2");
        row("reference in single", prompt("single", "{question}{answer_a}{answer_b}{reference}"),
            "belongs into");
        row("no reference", prompt("reference", "{question} {answer_a} {answer_b}"),
            "{reference} is missing");
        row("last turn only", prompt("multi_turn", "{question} {answer_a} {answer_b}"),
            "all turns: {conversation_a}");
        row("hole", prompt("multi_turn", "{question}{conversation_a}{answer_b_1}{answer_b_3}"),
            "all turns: {conversation_b}");
        std::string many = "{answer_a}";
        for (int i = 0; i < 100; ++i)
            many += "{answer_b}";
        row("many", prompt("single", many), "more than 100");
    }
    void hostile() {
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, told);
        const auto style = readPromptStyle(json.toStdString());
        QVERIFY(!style);
        QCOMPARE(style.error().code, ErrorCode::InvalidInput);
        QVERIFY2(style.error().message.find(told.toStdString()) != std::string::npos,
                 style.error().message.c_str());
    }

    void userFolderReplacesById() {
        QTemporaryDir folder;
        const std::filesystem::path path = folder.path().toStdString();
        write(path / "mine.json", styleText("arena-hard"));
        write(path / "new.json", styleText("new"));
        write(path / "twice.json", styleText("new"));
        write(path / "broken.json", "{");
        const PromptStyles styles = loadPromptStyles(path);
        QCOMPARE(styles.all.size(), std::size_t{6});
        QCOMPARE(styles.find("arena-hard")->title, std::string("Mine"));
        QVERIFY(styles.find("new"));
        QCOMPARE(styles.problems.size(), std::size_t{2});
        QVERIFY(loadPromptStyles(path / "absent").problems.empty());
    }
};

QTEST_GUILESS_MAIN(TestPromptStyle)
#include "tst_prompt_style.moc"
