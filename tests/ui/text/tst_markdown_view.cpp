#include "tests/ui/text/text_colours.h"
#include "ui/text/markdown_browser.h"
#include "ui/text/markdown_view.h"
#include "ui/text/plain_text_view.h"

#include <QtTest>
#include <QtWidgets>

#include <semaphore>

using namespace agon;
using namespace agon::ui;

namespace {

void waitFor(MarkdownView& view) {
    QTRY_VERIFY_WITH_TIMEOUT(view.isReady(), 60000);
}

const char* const sample = R"md(# A heading of the first level

The code snippet you've provided appears to be an *incomplete* method definition in **Java**. See
[the manual](https://example.org/manual) or [this trap](javascript:alert(1)).

1. The method `getNumber()` does not have a return statement: since it returns an `int` value with
   `public int getNumber()`, the body must return an integer.
2. The body is not properly enclosed: the opening `{` is present.
   - a nested item
   - [x] done, [ ] open

## Corrected code

```java
public int getNumber() {
    int number = 0; // a comment that is rather long, so that it has to be wrapped somewhere
    return "text".length() + 42;
}
```

> A quotation, with `code` in it.
>
> > And a deeper one.

| Model | Elo | Note |
|---|--:|:-:|
| gpt-4 | 1,242 | `anchor` |
| a longer name | 1,114 | **best** |

---

### Third level

```
no language here
```

Text with ![an image](file:///etc/passwd) and ~~struck~~ words. Last paragraph.
)md";

} // namespace

class TestMarkdownView : public QObject {
    Q_OBJECT

  private slots:
    void init() {
        // The offscreen platform says of itself that it lacks something; all else is ours.
        QTest::failOnWarning(
            QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    }

    void newestTextWins() {
        QThreadPool pool;
        pool.setMaxThreadCount(1);
        std::binary_semaphore gate(0);
        pool.start([&gate] { gate.acquire(); }); // everything queues up behind this
        MarkdownView view(lightStyle(), nullptr, &pool);
        QSignalSpy shown(&view, &MarkdownView::shown);
        for (int i = 0; i < 50; ++i)
            view.setText("text " + std::to_string(i));
        QVERIFY(!view.isReady());
        QVERIFY(view.find(u"text").isEmpty()); // nothing of an older text is offered
        gate.release();
        waitFor(view);
        QCOMPARE(view.document().toPlainText(), QStringLiteral("text 49"));
        QVERIFY(pool.waitForDone(10000));
        QCoreApplication::processEvents();
        QCOMPARE(shown.count(), 1);
    }

    void staleResultIsDropped() {
        QThreadPool pool;
        MarkdownView view(lightStyle(), nullptr, &pool);
        QSignalSpy shown(&view, &MarkdownView::shown);
        view.setText("old");
        QVERIFY(pool.waitForDone(10000)); // done, its answer is in the event queue
        view.setText("new");
        waitFor(view);
        QCOMPARE(view.document().toPlainText(), QStringLiteral("new"));
        QCOMPARE(shown.count(), 1);
    }

    void viewMayDieFirst() {
        QThreadPool pool;
        auto view = std::make_unique<MarkdownView>(lightStyle(), nullptr, &pool);
        view->setText(sample);
        view.reset();
        QVERIFY(pool.waitForDone(10000));
        QCoreApplication::processEvents();
    }

    void links_data() {
        QTest::addColumn<QByteArray>("markdown");
        QTest::addColumn<QUrl>("requested"); // empty: refused
        const auto row = [](const char* name, const char* markdown, const char* requested) {
            QTest::newRow(name) << QByteArray(markdown) << QUrl(QString::fromLatin1(requested));
        };
        row("https", "[click](https://example.org/a?b=c#d)", "https://example.org/a?b=c#d");
        row("auto link", "<http://example.org/>", "http://example.org/");
        row("javascript", "[click](javascript:alert(1))", "");
        row("file", "[click](file:///etc/passwd)", "");
        row("data", "[click](data:text/html,hello)", "");
        row("relative", "[click](../other)", "");
        row("anchor", "[click](#here)", "");
        row("user name", "[click](https://bank.example@evil.example/)", "");
        row("mail", "<someone@example.org>", "");
    }

    // By keyboard, as a person would: Tab to the link, Return.
    void links() {
        QFETCH(QByteArray, markdown);
        QFETCH(QUrl, requested);
        MarkdownView view(lightStyle());
        view.resize(400, 300);
        view.show();
        view.setText(markdown.toStdString());
        waitFor(view);
        QSignalSpy requests(&view, &MarkdownView::linkRequested);
        QSignalSpy refusals(&view, &MarkdownView::linkRefused);
        auto* browser = view.findChild<MarkdownBrowser*>();
        browser->setFocus();
        QTest::keyClick(browser, Qt::Key_Tab);
        QTest::keyClick(browser, Qt::Key_Return);
        QCOMPARE(requests.count(), requested.isEmpty() ? 0 : 1);
        QCOMPARE(refusals.count(), requested.isEmpty() ? 1 : 0);
        if (!requested.isEmpty())
            QCOMPARE(requests.at(0).at(0).toUrl(), requested);
        QVERIFY(browser->source().isEmpty()); // nothing was opened in place either
    }

    void modesAndNotices() {
        MarkdownView view(lightStyle());
        QSignalSpy notices(&view, &MarkdownView::noticeChanged);
        view.setText("**bold** and user\u202Egpj.exe");
        waitFor(view);
        QVERIFY(!view.isPlain());
        QCOMPARE(view.document().toPlainText(), QStringLiteral("bold and user⟦U+202E⟧gpj.exe"));
        QCOMPARE(view.notice().invisible, 1);
        view.setMode(TextMode::Raw);
        waitFor(view);
        QVERIFY(view.isPlain());
        QCOMPARE(view.document().toPlainText(), QStringLiteral("**bold** and user⟦U+202E⟧gpj.exe"));
        QCOMPARE(view.notice().reason, PlainReason::None);
        view.setText(std::string(1 << 20, 'x'));
        waitFor(view);
        QVERIFY(view.isPlain());
        QCOMPARE(view.notice().reason, PlainReason::TooLong);
        QVERIFY(!noticeText(view.notice()).isEmpty());
        view.setText("fine");
        waitFor(view);
        QVERIFY(!view.isPlain());
        QCOMPARE(noticeText(view.notice()), QString());
        QCOMPARE(notices.count(), 3); // invisible, too long, nothing
    }

    void findsAndHighlights() {
        MarkdownView view(lightStyle());
        view.resize(400, 300);
        view.setText("The method `does` **not** have\na *return*\n\nstatement. The method.");
        waitFor(view);
        const auto whole = view.find(u"does not have a RETURN  statement");
        QCOMPARE(whole.size(), 1);
        QTextCursor cursor(const_cast<QTextDocument*>(&view.document()));
        cursor.setPosition(whole[0].position);
        cursor.setPosition(whole[0].position + whole[0].length, QTextCursor::KeepAnchor);
        QCOMPARE(cursor.selectedText().simplified(),
                 QStringLiteral("does not have a return statement"));
        QCOMPARE(view.find(u"the method").size(), 2);
        QCOMPARE(view.find(u"the method", Qt::CaseSensitive).size(), 0);
        QVERIFY(view.find(u" ").isEmpty());
        const TextRange outside{100000, 5};
        view.setHighlights({{whole[0], Qt::yellow, Qt::blue}, {outside, Qt::yellow, {}}});
        const auto selections = view.findChild<MarkdownBrowser*>()->extraSelections();
        QCOMPARE(selections.size(), 1);
        QCOMPARE(selections[0].cursor.selectionStart(), whole[0].position);
        QCOMPARE(selections[0].cursor.selectionEnd(), whole[0].position + whole[0].length);
        view.setText("another");
        waitFor(view);
        QVERIFY(view.highlights().isEmpty());
        QVERIFY(view.findChild<MarkdownBrowser*>()->extraSelections().isEmpty());
    }

    void findsAcrossCutsOfPlainText() {
        MarkdownView view(lightStyle());
        view.setText(std::string(195, 'x') + "needle" + std::string(300, 'y') + "\nneedle",
                     TextMode::Raw);
        waitFor(view);
        QCOMPARE(view.find(u"needle").size(), 2);
        auto* plain = view.findChild<PlainTextView*>();
        plain->selectAll();
        plain->copy();
        const QString expected = QString(195, QLatin1Char('x')) + QStringLiteral("needle") +
                                 QString(300, QLatin1Char('y')) + QStringLiteral("\nneedle");
        QCOMPARE(QGuiApplication::clipboard()->text(), expected);
    }

    void copiesCode() {
        MarkdownView view(lightStyle());
        view.resize(400, 500);
        view.show();
        view.setText("```py\nx = 1\n\ny\n```\n\ntext\n\n```c\nint a;\n```\n");
        waitFor(view);
        const auto blocks = view.codeBlocks();
        QCOMPARE(blocks.size(), 2);
        QCOMPARE(blocks[0].language, QStringLiteral("py"));
        QCOMPARE(blocks[0].code, QStringLiteral("x = 1\n\ny"));
        QCOMPARE(blocks[1].code, QStringLiteral("int a;"));
        auto* browser = view.findChild<MarkdownBrowser*>();
        QSignalSpy copied(&view, &MarkdownView::codeCopied);
        QTest::mouseClick(browser->viewport(), Qt::LeftButton, {}, browser->copyButton(1).center());
        QCOMPARE(copied.count(), 1);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("int a;"));
    }

    // Bullets keep off the words, small; boxes of tasks and numbers are Qt's.
    void bullets() {
        MarkdownView view(lightStyle());
        view.resize(400, 400);
        view.show();
        view.setText("- first\n- second\n\ntext\n\n- [x] a task\n\ntext\n\n1. a number\n");
        waitFor(view);
        QStringList bulleted;
        for (QTextBlock block = view.document().begin(); block.isValid(); block = block.next())
            if (hasBullet(block))
                bulleted.append(block.text());
        QCOMPARE(bulleted, (QStringList{QStringLiteral("first"), QStringLiteral("second")}));
        const QTextBlock first = view.document().begin();
        const QTextLine line = first.layout()->lineAt(0);
        const double words = first.layout()->position().x() + line.x();
        const QImage image = view.scrollArea()->viewport()->grab().toImage();
        const double middle = first.layout()->position().y() + line.y() + line.ascent();
        const auto inked = [&](int left, int right) {
            for (int x = left; x < right; ++x)
                for (int y = qRound(middle) - 9; y < qRound(middle) + 2; ++y)
                    if (image.pixelColor(x, y).lightness() < 128)
                        return true;
            return false;
        };
        QVERIFY(inked(qRound(words) - 13, qRound(words) - 6));
        QVERIFY(!inked(qRound(words) - 6, qRound(words))); // nothing touches them
        QVERIFY(!inked(0, qRound(words) - 13));
    }

    void keyboardAndAccessibility() {
        MarkdownView view(lightStyle());
        view.setName(QStringLiteral("Answer A"));
        view.resize(300, 200);
        view.show();
        view.setText(std::string(sample) + sample);
        waitFor(view);
        QTRY_VERIFY(view.scrollArea()->verticalScrollBar()->maximum() > 0);
        view.setFocus();
        QTRY_VERIFY(view.scrollArea()->hasFocus());
        QTest::keyClick(view.scrollArea(), Qt::Key_PageDown);
        QVERIFY(view.scrollArea()->verticalScrollBar()->value() > 0);
        const QImage focused = view.grab().toImage();
        QCOMPARE(focused.pixelColor(0, 100), lightStyle().colours.focus);
        view.setText("next"); // the focus stays with the view
        waitFor(view);
        QVERIFY(view.scrollArea()->hasFocus());
        for (auto* area : view.findChildren<QAbstractScrollArea*>())
            QVERIFY(!area->accessibleName().isEmpty());
    }

    void looks_data() {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    // Leaves a picture beside the test for people, and looks at what a machine can see in it.
    void looks() {
        QFETCH(bool, dark);
        const TextStyle style = dark ? darkStyle() : lightStyle();
        MarkdownView view(style);
        view.resize(380, 1100);
        view.show();
        view.setText(sample);
        waitFor(view);
        const auto quote = view.find(u"does not have a return statement");
        QCOMPARE(quote.size(), 1);
        view.setHighlights({{quote[0], QColor(dark ? 0x1A2A44 : 0xE7F0FC), QColor(0x3B7DE0)}});
        const QImage image = view.grab().toImage();
        auto* browser = view.findChild<MarkdownBrowser*>();
        const QPoint inFrame =
            browser->viewport()->mapTo(&view, browser->copyButton(0).topLeft()) - QPoint(0, 4);
        QCOMPARE(image.pixelColor(inFrame), style.colours.codeBack);
        QCOMPARE(browser->horizontalScrollBar()->maximum(), 0); // nothing is wider than the view
    }
};

QTEST_MAIN(TestMarkdownView)
#include "tst_markdown_view.moc"
