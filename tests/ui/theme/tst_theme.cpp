// The colour table against the contrast it promises; fonts, icons and the change of theme.
#include "ui/theme/font.h"
#include "ui/theme/icon.h"
#include "ui/theme/roles.h"
#include "ui/theme/theme_controller.h"

#include <QtGui/QGlyphRun>
#include <QtGui/QPainter>
#include <QtGui/QTextLayout>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QAbstractScrollArea>
#include <QtWidgets/QApplication>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableWidget>
#include <QtWidgets/QVBoxLayout>

#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;
using namespace agon::ui;

namespace {

struct Against {
    const char* name;
    Colour text;
    Colour back;
};

// Words, and what they are read on.
constexpr Against words[] = {
    {"text on window", Colour::Text, Colour::Window},
    {"text on base", Colour::Text, Colour::Base},
    {"text on alternate", Colour::Text, Colour::Alternate},
    {"text on selection", Colour::Text, Colour::Selection},
    {"text on hover", Colour::Text, Colour::Hover},
    {"dim on window", Colour::Dim, Colour::Window},
    {"dim on base", Colour::Dim, Colour::Base},
    {"dim on alternate", Colour::Dim, Colour::Alternate},
    {"dim on selection", Colour::Dim, Colour::Selection},
    {"dim on hover", Colour::Dim, Colour::Hover},
    {"on accent", Colour::OnAccent, Colour::Accent},
    {"A on base", Colour::AText, Colour::Base},
    {"A on tint", Colour::AText, Colour::ATint},
    {"letter on solid A", Colour::OnSolid, Colour::AText},
    {"B on base", Colour::BText, Colour::Base},
    {"B on tint", Colour::BText, Colour::BTint},
    {"letter on solid B", Colour::OnSolid, Colour::BText},
    {"text on A tint", Colour::Text, Colour::ATint},
    {"text on B tint", Colour::Text, Colour::BTint},
    {"tie on base", Colour::TieText, Colour::Base},
    {"tie on tint", Colour::TieText, Colour::TieTint},
    {"invalid on its back", Colour::InvalidText, Colour::InvalidBack},
    {"human on base", Colour::HumanText, Colour::Base},
    {"human on tint", Colour::HumanText, Colour::HumanTint},
    {"good on base", Colour::GoodText, Colour::Base},
    {"good on tint", Colour::GoodText, Colour::GoodTint},
    {"warning on base", Colour::WarningText, Colour::Base},
    {"warning on tint", Colour::WarningText, Colour::WarningTint},
    {"danger on base", Colour::DangerText, Colour::Base},
    {"danger on tint", Colour::DangerText, Colour::DangerTint},
    {"text on code", Colour::Text, Colour::CodeBack},
    {"keyword", Colour::CodeKeyword, Colour::CodeBack},
    {"string", Colour::CodeString, Colour::CodeBack},
    {"comment", Colour::CodeComment, Colour::CodeBack},
    {"number", Colour::CodeNumber, Colour::CodeBack},
};

// Rules, bars, lines, dots: on base.
constexpr Against marks[] = {
    {"A mark", Colour::AMark, Colour::Base},
    {"B mark", Colour::BMark, Colour::Base},
    {"tie mark", Colour::TieMark, Colour::Base},
    {"warning mark", Colour::WarningMark, Colour::Base},
    {"human dot", Colour::HumanText, Colour::Base},
    {"accent", Colour::Accent, Colour::Base},
    {"accent on window", Colour::Accent, Colour::Window},
    {"bar", Colour::Bar, Colour::Base},
};

void addPairs(std::span<const Against> pairs) {
    QTest::addColumn<int>("text");
    QTest::addColumn<int>("back");
    QTest::addColumn<bool>("dark");
    for (const Against& pair : pairs)
        for (const bool dark : {false, true})
            QTest::addRow("%s, %s", pair.name, dark ? "dark" : "light")
                << static_cast<int>(pair.text) << static_cast<int>(pair.back) << dark;
}

QList<quint32> glyphs(const QString& text, const QFont& font) {
    QTextLayout layout(text, font);
    layout.beginLayout();
    layout.createLine();
    layout.endLayout();
    QList<quint32> indexes;
    for (const QGlyphRun& run : layout.glyphRuns())
        indexes += run.glyphIndexes();
    return indexes;
}

bool isBlank(const QImage& image) {
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (qAlpha(image.pixel(x, y)) > 60)
                return false;
    return true;
}

} // namespace

class TestTheme : public QObject {
    Q_OBJECT
  private slots:
    void init() {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
        m_controller->setChoice(ThemeChoice::Light);
        m_controller->setUserScale(1.0);
    }

    void wordsAreReadable_data() { addPairs(words); }
    void wordsAreReadable() {
        QFETCH(int, text);
        QFETCH(int, back);
        QFETCH(bool, dark);
        const Theme theme(dark ? Scheme::Dark : Scheme::Light);
        const double ratio = contrast(theme.color(static_cast<Colour>(text)),
                                      theme.color(static_cast<Colour>(back)));
        QVERIFY2(ratio >= 4.5, qPrintable(QString::number(ratio)));
    }

    void marksAreSeen_data() { addPairs(marks); }
    void marksAreSeen() {
        QFETCH(int, text);
        QFETCH(int, back);
        QFETCH(bool, dark);
        const Theme theme(dark ? Scheme::Dark : Scheme::Light);
        const double ratio = contrast(theme.color(static_cast<Colour>(text)),
                                      theme.color(static_cast<Colour>(back)));
        QVERIFY2(ratio >= 3.0, qPrintable(QString::number(ratio)));
    }

    void contrastIsWcags() {
        QCOMPARE(contrast(Qt::black, Qt::white), 21.0);
        QCOMPARE(contrast(Qt::white, Qt::white), 1.0);
        // The well-known grey that just passes on white.
        QVERIFY(std::abs(contrast(QColor(0x76, 0x76, 0x76), Qt::white) - 4.54) < 0.01);
    }

    void seriesAreSeenAndDiffer() {
        for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
            const Theme theme(scheme);
            QSet<QRgb> colours;
            QSet<int> markers;
            for (int i = 0; i < Theme::namedSeries; ++i) {
                QVERIFY(contrast(theme.seriesColor(i), theme.color(Colour::Base)) >= 3.0);
                QCOMPARE(theme.seriesPen(i).widthF(), 2.0);
                colours.insert(theme.seriesColor(i).rgb());
                markers.insert(static_cast<int>(Theme::seriesMarker(i)));
            }
            QCOMPARE(colours.size(), Theme::namedSeries);
            QCOMPARE(markers.size(), Theme::namedSeries);
            QCOMPARE(theme.seriesPen(5).widthF(), 1.0);
            QCOMPARE(theme.seriesColor(5), theme.seriesColor(17));
        }
    }

    void scalesKeepTheirStops() {
        const Theme light(Scheme::Light);
        QCOMPARE(light.diverging(0.0).name(), u"#a84f08"_s);
        QCOMPARE(light.diverging(0.25).name(), u"#f0b480"_s);
        QCOMPARE(light.diverging(0.5).name(), u"#f7f7f6"_s);
        QCOMPARE(light.diverging(0.75).name(), u"#93baf0"_s);
        QCOMPARE(light.diverging(1.0).name(), u"#1d5bbf"_s);
        QCOMPARE(light.diverging(7.0), light.diverging(1.0));
        QCOMPARE(light.diverging(std::numeric_limits<double>::quiet_NaN()),
                 light.color(Colour::Window));
        const Theme dark(Scheme::Dark);
        QCOMPARE(dark.sequential(0.0).name(), u"#2b323c"_s);
        QCOMPARE(dark.sequential(1.0).name(), u"#c7d0dc"_s);
    }

    void cellsCarryTheirNumbers() {
        for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
            const Theme theme(scheme);
            for (int i = 0; i <= 1000; ++i) {
                const QColor cell = theme.diverging(i / 1000.0);
                QVERIFY2(contrast(inkOn(cell), cell) >= 4.5, qPrintable(cell.name()));
                const QColor shade = theme.sequential(i / 1000.0);
                QVERIFY2(contrast(inkOn(shade), shade) >= 4.5, qPrintable(shade.name()));
            }
        }
    }

    void paletteSaysItsTheme() {
        for (const Scheme scheme : {Scheme::Light, Scheme::Dark})
            QCOMPARE(Theme::of(Theme(scheme).palette()), Theme(scheme));
    }

    void choiceIsApplied() {
        QSignalSpy changed(m_controller.get(), &ThemeController::changed);
        QWidget top;
        auto* child = new QLineEdit(&top);
        QWidget hidden;
        auto* unseen = new QLineEdit(&hidden);
        top.show();
        connect(m_controller.get(), &ThemeController::changed, child,
                [&] { QCOMPARE(Theme::of(child->palette()), m_controller->theme()); });
        m_controller->setChoice(ThemeChoice::Dark);
        QVERIFY(Theme::of(unseen->palette()).isDark());
        hidden.show();
        QVERIFY(Theme::of(unseen->palette()).isDark());
        QCOMPARE(changed.count(), 1);
        QVERIFY(m_controller->theme().isDark());
        QVERIFY(Theme::current().isDark());
        QVERIFY(Theme::of(child->palette()).isDark());
        QCOMPARE(child->palette().color(QPalette::Text), Theme(Scheme::Dark).color(Colour::Text));
        m_controller->setChoice(ThemeChoice::Dark);
        QCOMPARE(changed.count(), 1);
        m_controller->setChoice(ThemeChoice::Light);
        QVERIFY(!Theme::of(child->palette()).isDark());
    }

    void systemIsFollowed() {
        m_controller->setChoice(ThemeChoice::System);
        QVERIFY(!m_controller->theme().isDark()); // what the offscreen platform says
        QCOMPARE(Theme::current(), m_controller->theme());
    }

    void scaleMovesTextAndMeasures() {
        QCOMPARE(QApplication::font().pixelSize(), 12);
        QCOMPARE(uiFont(Size::Caption).pixelSize(), 11);
        QCOMPARE(scaled(measure::tableRow), 24);
        QWidget top;
        auto* live = new QPushButton(u"Save"_s, &top);
        auto* header = new QHeaderView(Qt::Horizontal, &top);
        top.show();
        QCOMPARE(header->font().pixelSize(), 11);
        QCOMPARE(live->font().weight(), QFont::Medium);
        m_controller->setUserScale(1.5);
        QCOMPARE(live->font().pixelSize(), 18);
        QCOMPARE(live->font().weight(), QFont::Medium);
        QCOMPARE(header->font().pixelSize(), 17);
        QCOMPARE(QApplication::font().pixelSize(), 18);
        QCOMPARE(uiFont(Size::Display).pixelSize(), 36);
        QCOMPARE(scaled(measure::tableRow), 36);
        QCOMPARE(QPushButton(u"Save"_s).sizeHint().height(), 42);
    }

    void systemFontScales_data() {
        QTest::addColumn<int>("pixels");
        QTest::addColumn<int>("expected");
        QTest::newRow("9 pt") << 12 << 12;
        QTest::newRow("11 pt") << 15 << 12;
        QTest::newRow("large text") << 20 << 16;
        QTest::newRow("twice") << 30 << 24;
    }
    void systemFontScales() {
        QFETCH(int, pixels);
        QFETCH(int, expected);
        QFont system;
        system.setPixelSize(pixels);
        QCOMPARE(applicationFont(system).pixelSize(), expected);
        QCOMPARE(applicationFont(system, 2.0).pixelSize(), 2 * expected);
    }

    void familiesAreThere() {
        QCOMPARE(QFontInfo(uiFont()).family(), u"Inter"_s);
        QCOMPARE(QFontInfo(proseFont()).family(), u"Noto Sans"_s);
        QCOMPARE(QFontInfo(codeFont()).family(), u"Noto Sans Mono"_s);
    }

    void namesAreShownLetterByLetter_data() {
        QTest::addColumn<QString>("text");
        for (const char* text : {"Mixtral-8x7B", "a -> b", "3x4", "<-", "=>"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }
    void namesAreShownLetterByLetter() {
        QFETCH(QString, text);
        QList<quint32> single;
        for (const QChar c : text)
            single += glyphs(c, uiFont());
        QVERIFY(glyphs(text, uiFont()) != single); // why this is needed at all
        QCOMPARE(glyphs(text, verbatimFont(uiFont(), text)), single);
    }

    void shapingIsKeptWhereItIsNeeded() {
        QCOMPARE(verbatimFont(uiFont(), u"GPT-4o"_s), uiFont());
        QCOMPARE(verbatimFont(uiFont(), u"3x4 \u0645\u0631\u062d\u0628\u0627"_s), uiFont());
        const QFont verbatim = verbatimFont(uiFont(), u"8x7B"_s);
        QCOMPARE(verbatimFont(verbatim, u"GPT-4o"_s).styleStrategy(), QFont::PreferDefault);
    }

    void fieldsShowWhatIsTyped() {
        QLineEdit edit;
        edit.ensurePolished();
        edit.setText(u"Mixtral-8x7B"_s);
        QVERIFY(edit.font().styleStrategy() & QFont::PreferNoShaping);
        edit.setText(u"Mixtral"_s);
        QVERIFY(!(edit.font().styleStrategy() & QFont::PreferNoShaping));
    }

    void iconsAreThere_data() {
        QTest::addColumn<int>("which");
        for (const Icon which : allIcons())
            QTest::newRow(qPrintable(iconName(which))) << static_cast<int>(which);
    }
    void iconsAreThere() {
        QFETCH(int, which);
        for (const int side : {12, 16, 20, 32}) {
            for (const double ratio : {1.0, 2.0}) {
                const QPixmap pixmap =
                    icon(static_cast<Icon>(which)).pixmap(QSize(side, side), ratio, QIcon::Normal);
                QCOMPARE(pixmap.size(), QSize(side, side) * ratio);
                QCOMPARE(pixmap.devicePixelRatio(), ratio);
                QVERIFY(!isBlank(pixmap.toImage()));
            }
        }
    }

    void iconsDiffer() {
        QSet<QByteArray> seen;
        for (const Icon which : allIcons()) {
            const QImage image = icon(which).pixmap(QSize(32, 32), 2.0).toImage();
            const QByteArray bytes(reinterpret_cast<const char*>(image.constBits()),
                                   image.sizeInBytes());
            QVERIFY2(!seen.contains(bytes), qPrintable(iconName(which)));
            seen.insert(bytes);
        }
    }

    void iconFollowsTheTheme() {
        const QIcon plus = icon(Icon::Plus);
        const auto strongest = [&] {
            const QImage image = plus.pixmap(QSize(16, 16), 2.0).toImage();
            return image.pixelColor(16, 16);
        };
        QCOMPARE(strongest().rgb(), Theme(Scheme::Light).color(Colour::Text).rgb());
        m_controller->setChoice(ThemeChoice::Dark);
        QCOMPARE(strongest().rgb(), Theme(Scheme::Dark).color(Colour::Text).rgb());
    }

    void applicationIconIsThere() { QVERIFY(!isBlank(appIcon().pixmap(64, 64).toImage())); }

    void controlsHaveTheirHeights() {
        QWidget bar;
        setInBar(&bar);
        auto* inBar = new QLineEdit(&bar);
        QCOMPARE(inBar->sizeHint().height(), 24);
        QCOMPARE(QLineEdit().sizeHint().height(), 28);
        QCOMPARE(QPushButton(u"Save"_s).sizeHint().height(), 28);
        QTableWidget table(1, 2);
        QCOMPARE(table.verticalHeader()->defaultSectionSize(), 24);
        QCOMPARE(table.horizontalHeader()->sizeHint().height(), 24);
        QListWidget list;
        list.addItem(u"row"_s);
        QCOMPARE(list.sizeHintForRow(0), 24);
    }

    void focusRingGoesWithTheFocus() {
        QWidget top;
        auto* layout = new QVBoxLayout(&top);
        auto* list = new QListWidget;
        auto* edit = new QLineEdit;
        layout->addWidget(list);
        layout->addWidget(edit);
        top.show();
        QVERIFY(QTest::qWaitForWindowActive(&top));
        const auto edgeIsAccent = [&] {
            const QImage image = list->grab().toImage();
            return image.pixelColor(1, image.height() / 2) ==
                   m_controller->theme().color(Colour::Accent);
        };
        edit->setFocus();
        QVERIFY(!edgeIsAccent());
        list->setFocus();
        QVERIFY(edgeIsAccent());
        edit->setFocus();
        QTRY_VERIFY(!edgeIsAccent());
    }

  private:
    std::unique_ptr<ThemeController> m_controller = std::make_unique<ThemeController>();
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
