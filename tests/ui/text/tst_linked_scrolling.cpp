#include "tests/ui/text/text_colours.h"
#include "ui/text/linked_scrolling.h"
#include "ui/text/markdown_view.h"

#include <QtTest>
#include <QtWidgets>

using namespace agon;
using namespace agon::ui;

namespace {

std::string prose(int paragraphs) {
    std::string text;
    for (int i = 0; i < paragraphs; ++i)
        text += "A paragraph of some words that fills a line or two.\n\n";
    return text;
}

struct Pair {
    MarkdownView left{lightStyle()};
    MarkdownView right{lightStyle()};
    LinkedScrolling link{&left, &right};

    Pair(const std::string& leftText, const std::string& rightText,
         TextMode mode = TextMode::Rendered) {
        for (MarkdownView* view : {&left, &right}) {
            view->resize(300, 200);
            view->show();
        }
        left.setText(leftText, mode);
        right.setText(rightText, mode);
    }

    [[nodiscard]] bool isReady() const {
        return left.isReady() && right.isReady() && bar(left)->maximum() > 0 &&
               bar(right)->maximum() > 0;
    }

    static QScrollBar* bar(const MarkdownView& view) {
        return view.scrollArea()->verticalScrollBar();
    }
};

} // namespace

class TestLinkedScrolling : public QObject {
    Q_OBJECT

  private slots:
    void byFraction_data() {
        QTest::addColumn<TextMode>("mode");
        QTest::newRow("rendered") << TextMode::Rendered;
        QTest::newRow("raw") << TextMode::Raw;
    }

    void byFraction() {
        QFETCH(TextMode, mode);
        Pair pair(prose(40), prose(80), mode);
        QTRY_VERIFY(pair.isReady());
        QScrollBar* left = Pair::bar(pair.left);
        QScrollBar* right = Pair::bar(pair.right);
        left->setValue(left->maximum());
        QCOMPARE(right->value(), right->maximum());
        left->setValue(0);
        QCOMPARE(right->value(), 0);
        right->setValue(right->maximum() / 2);
        QVERIFY(std::abs(left->value() - left->maximum() / 2) <= 1);
    }

    // One move of one side: one change of the other, none back.
    void noFeedback() {
        Pair pair(prose(40), prose(77));
        QTRY_VERIFY(pair.isReady());
        QSignalSpy leftMoves(Pair::bar(pair.left), &QScrollBar::valueChanged);
        QSignalSpy rightMoves(Pair::bar(pair.right), &QScrollBar::valueChanged);
        for (int value = 1; value <= 20; ++value) {
            Pair::bar(pair.left)->setValue(value * 7);
            QCoreApplication::processEvents();
            QCOMPARE(Pair::bar(pair.left)->value(), value * 7);
            QCOMPARE(leftMoves.count(), value);
            QCOMPARE(rightMoves.count(), value);
        }
    }

    void byHeadings() {
        const std::string left = prose(5) + "# One\n\n" + prose(40) + "# Two\n\n" + prose(20);
        const std::string right =
            prose(30) + "# one\n\n" + prose(10) + "# Only here\n\n" + "# Two\n\n" + prose(30);
        Pair pair(left, right);
        QTRY_VERIFY(pair.isReady());
        const auto aligned = alignedBlocks(pair.left.document(), pair.right.document());
        QCOMPARE(aligned.size(), 2);
        for (const auto& [a, b] : aligned) {
            const auto top = [](const MarkdownView& view, int block) {
                const QTextDocument& document = view.document();
                return document.documentLayout()
                    ->blockBoundingRect(document.findBlockByNumber(block))
                    .top();
            };
            Pair::bar(pair.left)->setValue(qRound(top(pair.left, a)));
            QVERIFY(std::abs(Pair::bar(pair.right)->value() - top(pair.right, b)) <= 3);
        }
    }

    void off() {
        Pair pair(prose(40), prose(40));
        QTRY_VERIFY(pair.isReady());
        QSignalSpy changed(&pair.link, &LinkedScrolling::enabledChanged);
        pair.link.setEnabled(false);
        Pair::bar(pair.left)->setValue(100);
        QCOMPARE(Pair::bar(pair.right)->value(), 0);
        pair.link.setEnabled(true);
        Pair::bar(pair.left)->setValue(120);
        QCOMPARE(Pair::bar(pair.right)->value(), 120);
        QCOMPARE(changed.count(), 2);
    }

    void oneSideByShift() {
        Pair pair(prose(40), prose(40));
        QTRY_VERIFY(pair.isReady());
        QWidget* viewport = pair.left.scrollArea()->viewport();
        const auto wheel = [viewport](Qt::KeyboardModifiers modifiers) {
            QWheelEvent event(QPointF(10, 10), viewport->mapToGlobal(QPointF(10, 10)), {},
                              QPoint(0, -120), Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(viewport, &event);
        };
        wheel(Qt::ShiftModifier);
        const int apart = Pair::bar(pair.left)->value();
        QVERIFY(apart > 0);
        QCOMPARE(Pair::bar(pair.right)->value(), 0);
        wheel(Qt::NoModifier); // together again, the difference kept
        QVERIFY(Pair::bar(pair.right)->value() > 0);
        QVERIFY(std::abs(Pair::bar(pair.left)->value() - Pair::bar(pair.right)->value() - apart) <=
                1);
    }
};

QTEST_MAIN(TestLinkedScrolling)
#include "tst_linked_scrolling.moc"
