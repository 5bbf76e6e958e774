// What the widgets say to a screen reader, do by keyboard, and keep through a change of theme.
#include "ui/theme/roles.h"
#include "ui/theme/theme_controller.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/facet_button.h"
#include "ui/widgets/figure_strip.h"
#include "ui/widgets/key_tool_button.h"
#include "ui/widgets/label_chip.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/panel_header.h"
#include "ui/widgets/policy_combo.h"
#include "ui/widgets/section_header.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/share_bars.h"
#include "ui/widgets/state_mark.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/token.h"
#include "ui/widgets/verdict_chip.h"

#include <QtGui/QPainter>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QDockWidget>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMainWindow>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

using namespace Qt::StringLiterals;
using namespace agon;
using namespace agon::ui;

namespace {

template <class Paint>
QImage painted(QSize size, Paint paint) {
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    paint(&painter, image.rect());
    painter.end();
    return image;
}

QImage chip(VerdictLook look, Scheme scheme = Scheme::Light) {
    return painted({28, 26}, [&](QPainter* painter, const QRect& rect) {
        paintVerdictChip(painter, rect, look, Theme(scheme));
    });
}

bool hasColour(const QImage& image, const QColor& color) {
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (image.pixelColor(x, y).rgb() == color.rgb())
                return true;
    return false;
}

} // namespace

class TestWidgets : public QObject {
    Q_OBJECT
  private slots:
    void init() {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
        m_controller->setChoice(ThemeChoice::Light);
        m_controller->setUserScale(1.0);
    }

    void chipsSayTheirVerdict_data() {
        QTest::addColumn<int>("verdict");
        QTest::addColumn<bool>("human");
        QTest::addColumn<bool>("solid");
        QTest::addColumn<QString>("expected");
        const auto add = [](const char* name, Verdict verdict, bool human, bool solid,
                            const QString& words) {
            QTest::newRow(name) << static_cast<int>(verdict) << human << solid << words;
        };
        add("A", Verdict::A, false, false, u"A is better"_s);
        add("B by a person", Verdict::B, true, false, u"B is better, by a person"_s);
        add("tie", Verdict::Tie, false, false, u"Tie"_s);
        add("bad", Verdict::Bad, false, false, u"Both bad"_s);
        add("invalid", Verdict::Invalid, false, false, u"Invalid"_s);
        add("none", Verdict::None, false, false, u"No verdict"_s);
        add("side", Verdict::A, false, true, u"Side A"_s);
    }
    void chipsSayTheirVerdict() {
        QFETCH(int, verdict);
        QFETCH(bool, human);
        QFETCH(bool, solid);
        const VerdictChip widget({static_cast<Verdict>(verdict), human, solid});
        QTEST(widget.accessibleName(), "expected");
    }

    void changeIsSaid() {
        QCOMPARE(verdictChangeWords(Verdict::A, Verdict::Tie),
                 u"Judge: A is better. Person: Tie"_s);
    }

    void chipsDifferWithoutColour() {
        QList<QImage> seen;
        for (const Verdict verdict : {Verdict::A, Verdict::B, Verdict::Tie, Verdict::Bad,
                                      Verdict::Invalid, Verdict::None}) {
            const QImage grey =
                chip({verdict, false, false}).convertToFormat(QImage::Format_Grayscale8);
            QVERIFY(!seen.contains(grey));
            seen.append(grey);
        }
    }

    void dotMeansHuman() {
        for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
            const QColor dot = Theme(scheme).color(Colour::HumanText);
            QVERIFY(hasColour(chip({Verdict::A, true, false}, scheme), dot));
            QVERIFY(!hasColour(chip({Verdict::A, false, false}, scheme), dot));
        }
    }

    void blindChipsTellNothing() {
        const QImage left = painted({28, 26}, [](QPainter* painter, const QRect& rect) {
            paintBlindChip(painter, rect, BlindSide::Left, Theme(Scheme::Light));
        });
        for (int y = 0; y < left.height(); ++y)
            for (int x = 0; x < left.width(); ++x)
                QVERIFY(left.pixelColor(x, y).hsvSaturation() < 70 ||
                        left.pixelColor(x, y).alpha() < 255);
    }

    void chipFollowsTheTheme() {
        VerdictChip widget({Verdict::B, false, false});
        widget.show();
        QVERIFY(hasColour(widget.grab().toImage(), Theme(Scheme::Light).color(Colour::BTint)));
        m_controller->setChoice(ThemeChoice::Dark);
        QVERIFY(hasColour(widget.grab().toImage(), Theme(Scheme::Dark).color(Colour::BTint)));
    }

    void labelsFollowThemeAndScale() {
        QWidget top;
        auto* label = new TextLabel(u"why"_s, Colour::Dim, Size::Caption, Weight::Regular, &top);
        top.show();
        m_controller->setChoice(ThemeChoice::Dark);
        QCOMPARE(label->palette().color(QPalette::WindowText),
                 Theme(Scheme::Dark).color(Colour::Dim));
        m_controller->setUserScale(2.0);
        QCOMPARE(label->font().pixelSize(), 22);
        m_controller->setUserScale(1.0);
        QCOMPARE(label->font().pixelSize(), 11);
    }

    void labelsShowMarkupAsText() {
        const TextLabel label(u"<b>a</b>"_s);
        QCOMPARE(label.textFormat(), Qt::PlainText);
        NoticeBar notice;
        notice.say(Tone::Danger, u"<img src=x>"_s, u"<script>"_s);
        QCOMPARE(notice.text(), u"<img src=x> <script>"_s);
        const QString html = notice.findChild<QLabel*>()->text();
        QVERIFY(!html.contains(u"<img"_s));
        QVERIFY(!html.contains(u"<script"_s));
    }

    void keysAreSplitIntoCaps_data() {
        QTest::addColumn<QString>("keys");
        QTest::addColumn<QStringList>("caps");
        QTest::newRow("letter") << u"D"_s << QStringList{u"D"_s};
        QTest::newRow("with control") << u"Ctrl+K"_s << QStringList{u"Ctrl"_s, u"K"_s};
        QTest::newRow("chord") << u"G, R"_s << QStringList{u"G"_s, u"R"_s};
        QTest::newRow("plus") << u"Ctrl++"_s << QStringList{u"Ctrl"_s, u"+"_s};
        QTest::newRow("none") << QString() << QStringList();
    }
    void keysAreSplitIntoCaps() {
        QFETCH(QString, keys);
        QTEST(keyWords(QKeySequence(keys)), "caps");
    }

    void toolButtonFollowsItsAction() {
        QAction action(u"&Blind"_s);
        action.setShortcut(Qt::Key_B);
        action.setCheckable(true);
        KeyToolButton button(&action);
        QCOMPARE(button.accessibleName(), u"Blind"_s);
        const int narrow = button.sizeHint().width();
        action.setShortcut(QKeySequence(u"Ctrl+Shift+B"_s));
        QVERIFY(button.sizeHint().width() > narrow);
        button.click();
        QVERIFY(action.isChecked());
    }

    void facetSaysItsCount() {
        FacetButton facet(u"Flagged"_s, Icon::Flag);
        QCOMPARE(facet.accessibleName(), u"Flagged"_s);
        const int before = facet.sizeHint().width();
        facet.setCount(1116);
        QCOMPARE(facet.accessibleName(), u"Flagged, 1,116"_s);
        QVERIFY(facet.sizeHint().width() > before);
        QSignalSpy toggled(&facet, &FacetButton::toggled);
        facet.show();
        QTest::keyClick(&facet, Qt::Key_Space);
        QCOMPARE(toggled.count(), 1);
        QVERIFY(facet.isChecked());
    }

    void segmentsGoByArrowKeys() {
        SegmentedControl control({u"Review"_s, u"Analyse"_s, u"Operate"_s});
        QCOMPARE(control.current(), 0);
        QSignalSpy changed(&control, &SegmentedControl::currentChanged);
        control.setCurrent(1);
        QCOMPARE(changed.count(), 0); // only a person's choice is announced
        QCOMPARE(control.current(), 1);
        control.show();
        QVERIFY(QTest::qWaitForWindowActive(&control));
        const auto segments = control.findChildren<QAbstractButton*>();
        segments[1]->setFocus();
        QTest::keyClick(segments[1], Qt::Key_Right);
        QCOMPARE(control.current(), 2);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.at(0).at(0).toInt(), 2);
        QTest::mouseClick(segments[0], Qt::LeftButton);
        QCOMPARE(control.current(), 0);
    }

    void elidedTextIsWhole() {
        ElidedLabel label(u"What is the error with this code"_s);
        label.resize(label.sizeHint());
        QVERIFY(!label.isElided());
        label.resize(60, 20);
        QVERIFY(label.isElided());
        QCOMPARE(label.accessibleName(), u"What is the error with this code"_s);
    }

    void panelHeaderDrivesItsDock() {
        QMainWindow window;
        auto* dock = new QDockWidget(u"Jobs"_s, &window);
        dock->setObjectName(u"jobs"_s);
        dock->setWidget(new PanelFrame(new QWidget));
        window.addDockWidget(Qt::LeftDockWidgetArea, dock);
        PanelHeader* header = PanelHeader::install(dock);
        QCOMPARE(header->sizeHint().height(), 28);
        window.show();
        const auto buttons = header->findChildren<QToolButton*>();
        QCOMPARE(buttons.size(), 2);
        for (const QToolButton* button : buttons)
            QVERIFY(!button->accessibleName().isEmpty());
        buttons[0]->click();
        QVERIFY(dock->isFloating());
        buttons[0]->click();
        QVERIFY(!dock->isFloating());
        dock->setFeatures(QDockWidget::DockWidgetMovable);
        QVERIFY(!buttons[0]->isVisible());
        QVERIFY(!buttons[1]->isVisible());
        dock->setFeatures(QDockWidget::DockWidgetClosable);
        buttons[1]->click();
        QVERIFY(!dock->isVisible());
        dock->setWindowTitle(u"Work"_s);
        QCOMPARE(header->accessibleName(), u"Work"_s);
    }

    void noticeHasOneLink() {
        QWidget top;
        auto* notice = new NoticeBar(&top);
        QSignalSpy activated(notice, &NoticeBar::linkActivated);
        notice->say(Tone::Warning, u"Position flip."_s, u"Each game prefers what it read first."_s);
        top.show();
        QCOMPARE(notice->accessibleName(),
                 u"Position flip. Each game prefers what it read first."_s);
        auto* link = notice->findChild<QPushButton*>();
        QVERIFY(!link->isVisible());
        notice->setLink(u"Leave out"_s);
        QVERIFY(link->isVisible());
        QTest::keyClick(link, Qt::Key_Space);
        QCOMPARE(activated.count(), 1);
    }

    void emptyStateLeadsOn() {
        EmptyState state(Icon::Battles);
        state.setTitle(u"No battles yet"_s);
        state.setSteps({{u"Two models"_s, u"a, b"_s, {}, true},
                        {u"A judge"_s, {}, u"Add a judge"_s, false},
                        {u"Battles"_s, {}, u"Run battles"_s, false}});
        QSignalSpy step(&state, &EmptyState::stepActivated);
        state.show();
        QList<QPushButton*> buttons;
        for (auto* button : state.findChildren<QPushButton*>())
            if (button->isVisible())
                buttons.append(button);
        QCOMPARE(buttons.size(), 2);
        QVERIFY(isPrimary(buttons[0]) && buttons[0]->isEnabled());
        QVERIFY(!isPrimary(buttons[1]) && !buttons[1]->isEnabled());
        // The answer to a step may be a new list, while the step's own button is still clicked.
        connect(&state, &EmptyState::stepActivated, &state, [&] { state.setSteps({}); });
        buttons[0]->click();
        QCOMPARE(step.count(), 1);
        QCOMPARE(step.at(0).at(0).toInt(), 1);
    }

    void figuresGiveWay() {
        FigureStrip strip;
        strip.setFigures({{u"Battles"_s, u"551,646"_s, {}, Tone::Neutral, false, true, {}},
                          {u"Invalid, left out"_s,
                           u"354"_s,
                           u"0.06 % of all that were there"_s,
                           Tone::Neutral,
                           false,
                           true,
                           {}},
                          {u"Longer wins"_s, u"61.3 %"_s, {}, Tone::Warning, true, false, {}}});
        QCOMPARE(strip.sizeHint().height(), 48);
        const auto cells = strip.findChildren<QAbstractButton*>();
        QCOMPARE(cells.size(), 3);
        QCOMPARE(cells[1]->accessibleName(),
                 u"Invalid, left out: 354 0.06 % of all that were there"_s);
        QCOMPARE(cells[2]->focusPolicy(), Qt::NoFocus);
        strip.resize(strip.sizeHint().width() + 20, 48);
        strip.show();
        QVERIFY(cells[2]->isVisible());
        const int whole = cells[1]->width();
        strip.resize(300, 48);
        QVERIFY(cells[1]->width() < whole); // the note first
        QVERIFY(cells[2]->isVisible());
        strip.resize(180, 48);
        QVERIFY(cells[0]->isVisible());
        QVERIFY(!cells[2]->isVisible());
        QSignalSpy opened(&strip, &FigureStrip::opened);
        QTest::keyClick(cells[0], Qt::Key_Space);
        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened.at(0).at(0).toInt(), 0);
    }

    void policyComboIsAsWideAsItsValue() {
        PolicyCombo combo(u"Judge"_s);
        combo.addItems({u"a"_s, u"meta-llama/Meta-Llama-3-70B-Instruct"_s});
        QCOMPARE(combo.accessibleName(), u"Judge"_s);
        QCOMPARE(combo.sizeHint().height(), 24);
        const int narrow = combo.sizeHint().width();
        combo.setCurrentIndex(1);
        QVERIFY(combo.sizeHint().width() > narrow + 100);
        QVERIFY(combo.minimumSizeHint().width() < combo.sizeHint().width());
        const int captioned = combo.sizeHint().width();
        combo.setCaptionShown(false);
        QVERIFY(combo.sizeHint().width() < captioned);
        QCOMPARE(combo.accessibleName(), u"Judge"_s);
    }

    void marksSayTheirState() {
        StateMark mark;
        mark.setMark(Mark::Running, 0.86);
        QCOMPARE(mark.accessibleName(), u"Running, 86\u00a0%"_s);
        mark.setMark(Mark::Failed);
        QCOMPARE(mark.accessibleName(), u"Failed"_s);
    }

    void ringFillsByShare() {
        const auto inked = [](double share) {
            const QColor accent = Theme(Scheme::Light).color(Colour::Accent);
            const QImage image = painted({16, 16}, [share](QPainter* painter, const QRect& rect) {
                paintStateMark(painter, rect, Mark::Running, share, Theme(Scheme::Light));
            });
            int count = 0;
            for (int y = 0; y < 16; ++y)
                for (int x = 0; x < 16; ++x)
                    count += image.pixelColor(x, y).rgb() == accent.rgb() ? 1 : 0;
            return count;
        };
        QCOMPARE(inked(0.0), 0);
        QVERIFY(inked(0.25) > 0);
        QVERIFY(inked(0.5) > inked(0.25));
        QVERIFY(inked(1.0) > inked(0.5));
    }

    void winBarIsDividedByShares() {
        const Theme theme(Scheme::Light);
        const QImage image = painted({100, 8}, [&](QPainter* painter, const QRect& rect) {
            paintWinBar(painter, rect, 60, 10, 30, theme);
        });
        QCOMPARE(image.pixelColor(30, 4).rgb(), theme.color(Colour::Dim).rgb());
        QCOMPARE(image.pixelColor(58, 4).rgb(), theme.color(Colour::Dim).rgb());
        QCOMPARE(image.pixelColor(65, 4).rgb(), theme.color(Colour::StrongBorder).rgb());
        QCOMPARE(image.pixelColor(75, 4).rgb(), theme.color(Colour::Selection).rgb());
        // No battle: nothing is claimed.
        const QImage empty = painted({100, 8}, [&](QPainter* painter, const QRect& rect) {
            paintWinBar(painter, rect, 0, 0, 0, theme);
        });
        QCOMPARE(empty.pixelColor(5, 4).rgb(), theme.color(Colour::Selection).rgb());
    }

    void progressIsNamedByItsShare() {
        ThinProgress progress;
        progress.setShare(0.62);
        QCOMPARE(progress.value(), 620);
        progress.setShare(7.0);
        QCOMPARE(progress.value(), 1000);
    }

    void crossOfATokenIsInside() {
        const QSize size = tokenSize({u"set:"_s, u"alpaca_eval"_s});
        QCOMPARE(size.height(), 20);
        const QRect rect(QPoint(10, 0), size);
        QVERIFY(rect.contains(tokenCross(rect, Qt::LeftToRight)));
        QVERIFY(rect.contains(tokenCross(rect, Qt::RightToLeft)));
        QVERIFY(tokenCross(rect, Qt::LeftToRight).left() > rect.center().x());
        QVERIFY(tokenCross(rect, Qt::RightToLeft).right() < rect.center().x());
    }

    void headersHaveTheirHeight() {
        SectionHeader header(u"Leaderboard"_s, u"24 models"_s);
        QCOMPARE(header.sizeHint().height(), 28);
        QCOMPARE(LabelChip(u"judge"_s).sizeHint().height(), 20);
        QCOMPARE(verdictChipSize(), QSize(20, 18));
        QCOMPARE(FacetButton(u"All"_s).sizeHint().height(), 24);
    }

  private:
    std::unique_ptr<ThemeController> m_controller = std::make_unique<ThemeController>();
};

QTEST_MAIN(TestWidgets)
#include "tst_widgets.moc"
