// Texts made to freeze, mislead or reach out of the application.
#include "tests/ui/text/text_colours.h"
#include "ui/text/markdown_browser.h"
#include "ui/text/markdown_document.h"
#include "ui/text/markdown_view.h"
#include "ui/text/shown_text.h"

#include <QtTest>
#include <QtWidgets>

using namespace agon;
using namespace agon::ui;
Q_DECLARE_METATYPE(agon::PlainReason)

namespace {

// Every way that a document could be asked for something; `served` counts what came back.
int resourcesServed(QTextDocument& document, const QByteArray& address) {
    int served = 0;
    const QUrl url = QUrl::fromEncoded(address);
    for (const auto type : {QTextDocument::HtmlResource, QTextDocument::ImageResource,
                            QTextDocument::StyleSheetResource, QTextDocument::MarkdownResource})
        served += document.resource(type, url).isValid() ? 1 : 0;
    return served;
}

} // namespace

class TestHostileText : public QObject {
    Q_OBJECT

  private slots:
    void fallsBack_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<PlainReason>("reason");
        const auto row = [](const char* name, const QByteArray& text, PlainReason reason) {
            QTest::newRow(name) << text << reason;
        };
        const auto none = PlainReason::None;
        row("one line of a megabyte", QByteArray(1 << 20, 'x'), PlainReason::TooLong);
        row("200k inline runs", QByteArray("*a* ").repeated(50000), PlainReason::LongLine);
        row("200k inline runs on lines", QByteArray("*a*\n").repeated(50000),
            PlainReason::ManyRuns);
        row("many list items", QByteArray("- a\n\n").repeated(10000), PlainReason::ManyListItems);
        row("long table", "|a|b|c|\n|-|-|-|\n" + QByteArray("|a|b|c|\n").repeated(2000),
            PlainReason::LargeTable);
        row("many lines", QByteArray("a\n\n").repeated(20000), PlainReason::TooManyLines);
        row("half a million lines", QByteArray("a\n").repeated(500000), PlainReason::TooLong);
        row("unclosed fence", "```\n" + QByteArray("int a;\n").repeated(500), none);
        row("unclosed emphasis", "**" + QByteArray("word ").repeated(2000), none);
        row("deep quotes", QByteArray(5000, '>') + " deep", none);
        row("deep lists", QByteArray("- ").repeated(2000) + "deep", none);
        row("deep brackets", QByteArray(8000, '[') + QByteArray(8000, ']'), none);
        row("deep emphasis", QByteArray(7000, '*') + "a" + QByteArray(7000, '*'), none);
        row("wide table",
            QByteArray("|a").repeated(500) + "|\n" + QByteArray("|-").repeated(500) + "|\n", none);
        row("carriage returns", QByteArray("a\r").repeated(8000),
            PlainReason::LongLine); // as escapes
        row("not UTF-8", QByteArray("\xFF\xFE\x80 text").repeated(100), none);
        row("nul", QByteArray(1000, '\0'), none);
    }

    // Whatever the text is, it arrives; the bounds are those of the structure, not of a clock.
    void fallsBack() {
        QFETCH(QByteArray, text);
        MarkdownView view(lightStyle());
        view.resize(380, 500);
        view.show();
        view.setText(text.toStdString());
        QTRY_VERIFY_WITH_TIMEOUT(view.isReady(), 120000);
        QTEST(view.notice().reason, "reason");
        QCOMPARE(view.isPlain(), view.notice().reason != PlainReason::None);
        const QTextDocument& document = view.document();
        QVERIFY(document.blockCount() <= (view.isPlain() ? 80000 : 10000));
        if (view.isPlain())
            for (QTextBlock block = document.begin(); block.isValid(); block = block.next())
                QVERIFY(block.length() <= 1000);
        QVERIFY(!view.grab().isNull());
    }

    void saysWhenItIsCut() {
        const ShownText shown = prepareText(std::string(200000, '\n'), TextMode::Raw, lightStyle());
        QVERIFY(shown.notice.cut);
        QVERIFY(!noticeText(shown.notice).isEmpty());
        QVERIFY(!prepareText("a\nb", TextMode::Raw, lightStyle()).notice.cut);
    }

    void nothingIsLoaded_data() {
        QTest::addColumn<QByteArray>("address");
        QTest::addColumn<QByteArray>("markdown");
        QTemporaryDir* folder = &m_folder;
        QVERIFY(folder->isValid());
        QImage picture(4, 4, QImage::Format_RGB32);
        picture.fill(Qt::red);
        const QString path = folder->filePath(QStringLiteral("a.png"));
        QVERIFY(picture.save(path));
        QBuffer png;
        QVERIFY(png.open(QIODevice::WriteOnly) && picture.save(&png, "PNG"));
        const auto row = [](const char* name, const QByteArray& address,
                            const QByteArray& markdown) {
            QTest::newRow(name) << address << QByteArray(markdown).replace("URL", address);
        };
        const QByteArray file = QUrl::fromLocalFile(path).toEncoded();
        const QByteArray data = "data:image/png;base64," + png.data().toBase64();
        row("image by path", path.toUtf8(), "![alt](URL)");
        row("image by file address", file, "![alt](URL)");
        row("image as data", data, "![alt](URL)");
        row("image by reference", file, "![alt][x]\n\n[x]: URL");
        row("image in a link", file, "[![alt](URL)](URL)");
        row("image tag", file, "<img src=\"URL\">");
        row("style import", file, "<style>@import url(URL);</style>");
        row("background", file, "<table background=\"URL\"><tr><td>x</td></tr></table>");
        row("frame", "file:///etc/passwd", "<iframe src=\"URL\"></iframe>");
        row("compiled-in resource", ":/qt-project.org/styles/commonstyle/images/file-16.png",
            "![a](URL)");
    }

    void nothingIsLoaded() {
        QFETCH(QByteArray, address);
        QFETCH(QByteArray, markdown);
        MarkdownView view(lightStyle());
        view.resize(380, 300);
        view.show();
        view.setText(markdown.toStdString());
        QTRY_VERIFY(view.isReady());
        view.grab(); // painting is when images would be asked for
        auto* browser = view.findChild<MarkdownBrowser*>();
        QCOMPARE(resourcesServed(*browser->document(), address), 0);
        QVERIFY(!browser->loadResource(QTextDocument::ImageResource, QUrl::fromEncoded(address))
                     .isValid());
        for (QTextBlock block = browser->document()->begin(); block.isValid(); block = block.next())
            for (auto it = block.begin(); !it.atEnd(); ++it)
                QVERIFY(!it.fragment().charFormat().isImageFormat());
    }

    void textSurvives_data() {
        QTest::addColumn<QByteArray>("markdown");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const char* markdown, const char* expected) {
            QTest::newRow(name) << QByteArray(markdown) << QString::fromUtf8(expected);
        };
        row("template argument", "Mixin<A> is a class", "Mixin<A> is a class");
        row("script", "<script>alert(1)</script>", "<script>alert(1)</script>");
        row("comment", "a <!-- hidden --> b", "a <!-- hidden --> b");
        row("event", "<a href=\"x\" onclick=\"y\">z</a>", "<a href=\"x\" onclick=\"y\">z</a>");
        row("image", "see ![a cat](http://example.org/cat.png) here", "see [image: a cat] here");
        row("two images", "![a](b)![c](d)", "[image: a][image: c]");
        row("image without words", "a ![](http://example.org/cat.png) b", "a  b"); // Qt drops it
        row("override by entity", "user&#x202E;gpj.exe", "user⟦U+202E⟧gpj.exe");
        row("named entity", "a&rlm;b&zwnj;c&#8203;d", "a⟦U+200F⟧b⟦U+200C⟧c⟦U+200B⟧d");
        row("entity in code stays", "`&#x202E;`", "&#x202E;");
        row("dollars", "$x^2$ and $$y$$", "$x^2$ and $$y$$");
    }

    void textSurvives() {
        QFETCH(QByteArray, markdown);
        const ShownText shown =
            prepareText(markdown.toStdString(), TextMode::Rendered, lightStyle());
        QTEST(shown.document->toPlainText(), "expected");
    }

    void linksToRefuseDoNotLookLikeLinks() {
        const ShownText shown = prepareText("[a](https://example.org) [b](file:///etc/passwd)",
                                            TextMode::Rendered, lightStyle());
        QList<QTextCharFormat> anchors;
        for (auto it = shown.document->begin().begin(); !it.atEnd(); ++it)
            if (it.fragment().charFormat().isAnchor())
                anchors.append(it.fragment().charFormat());
        QCOMPARE(anchors.size(), 2);
        QCOMPARE(anchors[0].foreground().color(), lightStyle().colours.link);
        QCOMPARE(anchors[1].foreground().color(), lightStyle().colours.text);
        QCOMPARE(anchors[1].toolTip(), QStringLiteral("file:///etc/passwd"));
    }

  private:
    QTemporaryDir m_folder;
};

QTEST_MAIN(TestHostileText)
#include "tst_hostile_text.moc"
