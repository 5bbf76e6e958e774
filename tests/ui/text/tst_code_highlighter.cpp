#include "ui/text/code_highlighter.h"

#include <QtTest>

using namespace agon::ui;
using namespace Qt::StringLiterals;

class TestCodeHighlighter : public QObject {
    Q_OBJECT

    // The code with its tokens in brackets: k[…] s[…] c[…] n[…].
    static QString marked(const QString& language, const QString& code) {
        const CodeLanguage* known = codeLanguage(language);
        if (known == nullptr)
            return code;
        QStringList lines;
        CodeState state = CodeState::Normal;
        for (const QString& line : code.split(u'\n')) {
            QString out;
            qsizetype at = 0;
            for (const CodeSpan& span : highlightLine(*known, line, state)) {
                out += line.sliced(at, span.start - at) + u"kscn"_s[static_cast<int>(span.token)] +
                       u'[' + line.sliced(span.start, span.length) + u']';
                at = span.start + span.length;
            }
            lines.append(out + line.sliced(at));
        }
        return lines.join(u'\n');
    }

  private slots:
    void tokens_data() {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const char* language, const char* code,
                            const char* expected) {
            QTest::newRow(name) << QString::fromUtf8(language) << QString::fromUtf8(code)
                                << QString::fromUtf8(expected);
        };
        row("java", "java", "int n = 0; // set", "k[int] n = n[0]; c[// set]");
        row("case of the name", "Java", "int", "k[int]");
        row("c++ by both names", "c++", "#include <a>\nreturn x2;",
            "k[#include] <a>\nk[return] x2;");
        row("escaped quote", "cpp", "a = \"x\\\"y\" + 'c'", "a = s[\"x\\\"y\"] + s['c']");
        row("unclosed string ends with the line", "cpp", "\"abc\nint", "s[\"abc]\nk[int]");
        row("backslash at the end", "cpp", "\"abc\\", "s[\"abc\\]");
        row("block comment over lines", "js", "a /* b\nc */ var", "a c[/* b]\nc[c */] k[var]");
        row("comment on one line", "js", "/* a */ 1", "c[/* a */] n[1]");
        row("no comment in a string", "js", "\"// no\"", "s[\"// no\"]");
        row("python", "py", "def f(x): # go\n  return 3.5",
            "k[def] f(x): c[# go]\n  k[return] n[3.5]");
        row("long string", "python", "\"\"\"a\nif\n\"\"\" if",
            "s[\"\"\"a]\ns[if]\ns[\"\"\"] k[if]");
        row("template string", "ts", "`a\nb` let", "s[`a]\ns[b`] k[let]");
        row("sql ignores case", "sql", "Select 'x' -- y", "k[Select] s['x'] c[-- y]");
        row("lifetime", "rust", "fn f<'a>(x: &'a str)", "k[fn] f<'a>(x: &'a k[str])");
        row("shell", "bash", "if [ 1 ]; then # x", "k[if] [ n[1] ]; k[then] c[# x]");
        row("json", "json", "{\"a\": true, \"b\": 1e5}", "{s[\"a\"]: k[true], s[\"b\"]: n[1e5]}");
        row("html", "html", "<p class=\"x\">if</p>", "k[<p] class=s[\"x\"]>ifk[</p]>");
        row("html comment", "html", "<!-- a\nb --> c", "c[<!-- a]\nc[b -->] c");
        row("word with a keyword in it", "go", "format func1 func", "format func1 k[func]");
        row("unknown", "klingon", "int x", "int x");
        row("none", "", "int x", "int x");
    }

    void tokens() {
        QFETCH(QString, language);
        QFETCH(QString, code);
        QTEST(marked(language, code), "expected");
    }
};

QTEST_GUILESS_MAIN(TestCodeHighlighter)
#include "tst_code_highlighter.moc"
