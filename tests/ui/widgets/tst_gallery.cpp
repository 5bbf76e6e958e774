// Renders every widget and control into gallery/*.png beside the program, light and dark, so that
// a person can look at them; asserts what a picture can prove: nothing warns, nothing is blank.
#include "ui/theme/icon.h"
#include "ui/theme/roles.h"
#include "ui/theme/theme_controller.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/facet_button.h"
#include "ui/widgets/figure_strip.h"
#include "ui/widgets/key_tool_button.h"
#include "ui/widgets/label_chip.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/number_delegate.h"
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
#include <QtGui/QStandardItemModel>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QDockWidget>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QMainWindow>
#include <QtWidgets/QMenu>
#include <QtWidgets/QMenuBar>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QSlider>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QTabWidget>
#include <QtWidgets/QTableView>
#include <QtWidgets/QTreeView>
#include <QtWidgets/QVBoxLayout>

#include <functional>

using namespace Qt::StringLiterals;
using namespace agon;
using namespace agon::ui;

namespace {

// A widget painted by a function, for the parts that delegates paint.
class Painted : public QWidget {
  public:
    using Paint = std::function<void(QPainter*, const QRect&, const Theme&)>;
    Painted(QSize size, Paint paint)
        : m_paint(std::move(paint)) {
        setFixedSize(size);
    }

  protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        m_paint(&painter, rect(), Theme::of(palette()));
    }

  private:
    Paint m_paint;
};

QHBoxLayout* row(QVBoxLayout* page, std::initializer_list<QWidget*> widgets) {
    auto* layout = new QHBoxLayout;
    layout->setContentsMargins(12, 0, 12, 0);
    for (QWidget* widget : widgets)
        layout->addWidget(widget, 0, Qt::AlignVCenter);
    layout->addStretch(1);
    page->addLayout(layout);
    return layout;
}

QPushButton* button(const QString& text, bool primary = false, bool enabled = true) {
    auto* made = new QPushButton(text);
    if (primary)
        setPrimary(made);
    made->setEnabled(enabled);
    return made;
}

PolicyCombo* combo(const QString& caption, const QString& value) {
    auto* made = new PolicyCombo(caption);
    made->addItems({value, u"another choice"_s});
    return made;
}

QWidget* page(QVBoxLayout*& layout) {
    auto* widget = new QWidget;
    widget->setAutoFillBackground(true);
    widget->setBackgroundRole(QPalette::Base);
    layout = new QVBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 12);
    layout->setSpacing(10);
    return widget;
}

QWidget* chipsPage() {
    QVBoxLayout* layout = nullptr;
    QWidget* widget = page(layout);
    auto* header = new PanelHeader(u"Battles"_s);
    header->setKey(QKeySequence(Qt::Key_R));
    header->setNote(u"4,025"_s);
    header->addLabel(new LabelChip(u"judge"_s, Tone::Neutral, Icon::Judge));
    auto* action = new QToolButton;
    action->setAutoRaise(true);
    action->setText(u"Export"_s);
    action->setIcon(icon(Icon::Export));
    action->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    header->addAction(action);
    layout->addWidget(header);

    auto* facets = row(layout, {});
    auto* unreviewed = new FacetButton(u"Unreviewed"_s);
    unreviewed->setCount(175);
    unreviewed->setChecked(true);
    auto* flips = new FacetButton(u"Flip-inconsistent"_s, Icon::Flip);
    flips->setCount(71);
    flips->setObjectName(u"focused"_s);
    auto* human = new FacetButton(u"Against human"_s, Icon::Human);
    human->setCount(1116);
    auto* invalid = new FacetButton(u"Invalid"_s, Icon::Invalid);
    for (FacetButton* facet : {unreviewed, flips, human, invalid})
        facets->insertWidget(facets->count() - 1, facet);

    auto* chips = row(layout, {});
    for (const Verdict verdict :
         {Verdict::A, Verdict::B, Verdict::Tie, Verdict::Bad, Verdict::Invalid, Verdict::None})
        chips->insertWidget(chips->count() - 1, new VerdictChip({verdict, false, false}));
    chips->insertWidget(chips->count() - 1, new VerdictChip({Verdict::A, false, true}));
    chips->insertWidget(chips->count() - 1, new VerdictChip({Verdict::B, false, true}));
    chips->insertWidget(chips->count() - 1, new VerdictChip({Verdict::B, true, false}));
    chips->insertWidget(chips->count() - 1, new VerdictChip({Verdict::Tie, true, false}));
    chips->insertWidget(chips->count() - 1,
                        new Painted({80, 24}, [](QPainter* p, const QRect& r, const Theme& t) {
                            paintVerdictChange(p, r, Verdict::A, Verdict::B, t);
                        }));
    for (const BlindSide side : {BlindSide::Left, BlindSide::Right})
        chips->insertWidget(
            chips->count() - 1,
            new Painted({24, 24}, [side](QPainter* p, const QRect& r, const Theme& t) {
                paintBlindChip(p, r, side, t);
            }));

    row(layout, {new LabelChip(u"not separated"_s),
                 new LabelChip(u"B counts since 14:02"_s, Tone::Human, Icon::Human),
                 new LabelChip(u"Done 2 Oct"_s, Tone::Good, Icon::Check),
                 new LabelChip(u"gpt-4-turbo flips"_s, Tone::Warning, Icon::Flip),
                 new LabelChip(u"refused"_s, Tone::Danger, Icon::Invalid),
                 new LabelChip(u"A"_s, Tone::A), new LabelChip(u"B"_s, Tone::B)});
    row(layout, {new KeyCap(QKeySequence(Qt::Key_1)), new KeyCap(QKeySequence(u"Ctrl+K"_s)),
                 new KeyCap(QKeySequence(u"Shift+B"_s), KeyCapLook::Quiet),
                 new KeyCap(QKeySequence(u"G, R"_s)),
                 new Painted({140, 20},
                             [](QPainter* p, const QRect& r, const Theme& t) {
                                 paintToken(p, r, {u"set:"_s, u"alpaca_eval"_s},
                                            FilterTokenState::Normal, Qt::LeftToRight, t);
                             }),
                 new Painted({tokenSize({u"gap>="_s, u"6"_s})},
                             [](QPainter* p, const QRect& r, const Theme& t) {
                                 paintToken(p, r, {u"gap>="_s, u"6"_s},
                                            FilterTokenState::CrossHovered, Qt::LeftToRight, t);
                             })});
    auto* tools = row(layout, {});
    const auto tool = [&](Icon picture, const QString& words, Qt::Key key, bool checked,
                          bool shown) {
        auto* toolAction = new QAction(icon(picture), words, widget);
        toolAction->setShortcut(key);
        toolAction->setCheckable(true);
        toolAction->setChecked(checked);
        auto* made = new KeyToolButton(toolAction);
        made->setWordsShown(shown);
        tools->insertWidget(tools->count() - 1, made);
    };
    tool(Icon::Diff, u"Difference"_s, Qt::Key_D, false, false);
    tool(Icon::Markdown, u"Raw"_s, Qt::Key_M, false, false);
    tool(Icon::Link, u"Link scrolling"_s, Qt::Key_L, true, false);
    tool(Icon::Withheld, u"Blind"_s, Qt::Key_B, true, true);
    tool(Icon::Undo, u"Undo"_s, Qt::Key_U, false, false);

    auto* marks = row(layout, {});
    for (const Mark mark : {Mark::Done, Mark::Running, Mark::Waiting, Mark::Paused, Mark::Stopped,
                            Mark::Remark, Mark::Failed}) {
        auto* made = new StateMark;
        made->setMark(mark, 0.86);
        marks->insertWidget(marks->count() - 1, made);
        marks->insertWidget(marks->count() - 1, new ElidedLabel(markWords(mark, 0.86)));
    }
    auto* progress = new ThinProgress;
    progress->setShare(0.62);
    progress->setFixedWidth(160);
    auto* elided = new ElidedLabel(u"What is the error with this code: public int getnumber()"_s);
    elided->setFixedWidth(180);
    elided->setProse(true);
    row(layout, {progress,
                 new Painted({90, 20}, [](QPainter* p, const QRect& r,
                                          const Theme& t) { paintWinBar(p, r, 66, 8, 26, t); }),
                 elided, new SegmentedControl({u"Review"_s, u"Analyse"_s, u"Operate"_s})});

    auto* strip = new FigureStrip;
    strip->setFigures(
        {{u"Battles"_s, u"551,646"_s, {}, Tone::Neutral, false, true, {}},
         {u"Invalid, left out"_s, u"354"_s, u"0.06 %"_s, Tone::Neutral, false, true, {}},
         {u"Position flips"_s, u"8.4 %"_s, {}, Tone::Neutral, true, false, {}},
         {u"Longer wins"_s, u"61.3 %"_s, {}, Tone::Warning, false, false, {}},
         {u"Judge with human"_s, u"81 %"_s, u"κ 0.68 on 212"_s, Tone::Neutral, false, false, {}}});
    strip->setRightWidget(std::make_unique<LabelChip>(u"not separated"_s));
    layout->addWidget(strip);
    auto* section = new SectionHeader(u"Leaderboard"_s, u"24 models"_s);
    section->addWidget(
        new ElidedLabel(u"Pin two models as A and B to compare them"_s, Colour::Dim));
    layout->addWidget(section);

    auto* overrides = combo(u"Overrides"_s, u"on, 212"_s);
    overrides->setHumanDot(true);
    auto* anchor = combo({}, u"Llama-2-70B-Chat = 1100"_s);
    anchor->setLead(Icon::Anchor);
    row(layout, {combo({}, u"Bradley–Terry"_s), combo(u"Set"_s, u"Mix"_s),
                 combo(u"Judge"_s, u"llama-3-70b"_s), overrides, anchor});

    auto* notices = new QVBoxLayout;
    notices->setContentsMargins(12, 0, 12, 0);
    layout->addLayout(notices);
    auto* warning = new NoticeBar;
    warning->say(Tone::Warning, u"Position flip."_s,
                 u"Each game prefers the answer it read first."_s);
    warning->setIcon(Icon::Flip);
    auto* neutral = new NoticeBar;
    neutral->say(
        Tone::Neutral, {},
        u"gpt-4-turbo is held out. Its verdicts grade the result and never select training data."_s);
    auto* danger = new NoticeBar;
    danger->say(
        Tone::Danger, u"The key was refused."_s,
        u"Starling-LM-7B-Beta answered HTTP 401 with the key from AGON_KEY; the 200 battles that need it wait until there is one that works, and nothing was billed for the calls that failed."_s);
    danger->setLink(u"Change the key"_s);
    notices->addWidget(warning);
    notices->addWidget(neutral);
    notices->addWidget(danger);
    layout->addStretch(1);
    widget->setFixedWidth(900);
    return widget;
}

QWidget* emptyPage() {
    auto* widget = new QWidget;
    auto* layout = new QHBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* steps = new EmptyState(Icon::Battles);
    steps->setTitle(u"No battles yet"_s);
    steps->setText(u"A battle is one instruction and two answers.\nTwo of four steps are done."_s);
    steps->setSteps({{u"Two models"_s, u"gpt4_1106_preview, Mixtral-8x7B"_s, {}, true},
                     {u"Instructions"_s, u"alpaca_eval, 805"_s, {}, true},
                     {u"A judge"_s, u"An endpoint, or simulated"_s, u"Add a judge"_s, false},
                     {u"Battles"_s, u"Shows calls and price first"_s, u"Run battles"_s, false}});
    steps->setLink(u"Judged elsewhere already?"_s, u"Import battles"_s);
    auto* none = new EmptyState(Icon::Filter);
    none->setTitle(u"No battle matches"_s);
    none->setText(u"412 match flip:yes alone, 538 match gap>=6 alone."_s);
    none->setPrimary(u"Drop gap>=6"_s);
    none->addButton(u"Clear the filter"_s);
    layout->addWidget(steps);
    layout->addWidget(none);
    widget->setFixedSize(960, 460);
    return widget;
}

QWidget* controlsPage() {
    QVBoxLayout* layout = nullptr;
    QWidget* widget = page(layout);
    layout->setContentsMargins(0, 12, 0, 12);
    auto* menu = new QPushButton(u"More"_s);
    menu->setMenu(new QMenu(menu));
    auto* add = button(u"Add model"_s);
    add->setIcon(icon(Icon::Plus));
    auto* link = button(u"Import battles"_s);
    setLinkLook(link);
    row(layout, {add, button(u"Revert"_s), button(u"Save"_s, true), button(u"Save"_s, true, false),
                 button(u"Run battles"_s, false, false), menu, link});

    auto* checked = new QCheckBox(u"Next after vote"_s);
    checked->setChecked(true);
    auto* partly = new QCheckBox(u"Some"_s);
    partly->setTristate(true);
    partly->setCheckState(Qt::PartiallyChecked);
    auto* disabled = new QCheckBox(u"Disabled"_s);
    disabled->setChecked(true);
    disabled->setEnabled(false);
    auto* radio = new QRadioButton(u"Round robin"_s);
    radio->setChecked(true);
    row(layout, {checked, new QCheckBox(u"Target"_s), partly, disabled, radio,
                 new QRadioButton(u"Sampled"_s)});

    auto* form = new QFormLayout;
    form->setContentsMargins(16, 0, 16, 0);
    auto* name = new QLineEdit(u"llama-3-70b"_s);
    name->setObjectName(u"focused"_s);
    auto* filter = new QLineEdit;
    filter->setPlaceholderText(u"Filter models"_s);
    filter->addAction(icon(Icon::Filter), QLineEdit::LeadingPosition);
    filter->setClearButtonEnabled(true);
    auto* model = new QComboBox;
    model->addItems({u"meta-llama/Meta-Llama-3-70B-Instruct"_s, u"other"_s});
    auto* editable = new QComboBox;
    editable->setEditable(true);
    editable->addItem(u"editable"_s);
    auto* number = new QSpinBox;
    number->setRange(0, 5000);
    number->setValue(1024);
    auto* slider = new QSlider(Qt::Horizontal);
    slider->setValue(40);
    auto* off = new QLineEdit(u"not now"_s);
    off->setEnabled(false);
    form->addRow(u"Name"_s, name);
    form->addRow(u"Filter"_s, filter);
    form->addRow(u"Model"_s, model);
    form->addRow(u"Editable"_s, editable);
    form->addRow(u"Max tokens"_s, number);
    form->addRow(u"Gap"_s, slider);
    form->addRow(u"Disabled"_s, off);
    auto* notes = new QPlainTextEdit(u"The closing brace is in the question."_s);
    notes->setFixedHeight(60);
    form->addRow(u"Note"_s, notes);
    layout->addLayout(form);

    auto* tabs = new QTabWidget;
    tabs->setDocumentMode(true);
    tabs->addTab(new QWidget, u"gpt-4-turbo"_s);
    tabs->addTab(new QWidget, u"llama-3-70b"_s);
    tabs->addTab(new QWidget, u"Jury of 2"_s);
    const auto tabBar = tabs->findChild<QTabBar*>();
    tabBar->setTabButton(0, QTabBar::RightSide, new VerdictChip({Verdict::A, false, false}));
    tabBar->setTabButton(1, QTabBar::RightSide, new VerdictChip({Verdict::B, false, false}));
    tabs->setFixedHeight(60);
    layout->addWidget(tabs);
    layout->addStretch(1);
    widget->setFixedWidth(620);
    return widget;
}

QWidget* viewsPage() {
    auto* widget = new QWidget;
    widget->setAutoFillBackground(true);
    auto* layout = new QHBoxLayout(widget);
    layout->setContentsMargins(8, 8, 8, 8);
    auto* model = new QStandardItemModel(0, 4, widget);
    model->setHorizontalHeaderLabels({u"Model"_s, u"Rating"_s, u"Battles"_s, u"Change"_s});
    const QList<std::tuple<QString, QVariant, QVariant, QVariant>> rows{
        {u"GPT-4o"_s, 1395, 45979, 1},
        {u"Claude 3.5 Sonnet"_s, 1384, 45982, -1},
        {u"Gemini 1.5 Pro"_s, 1377, 1111, 0},
        {u"WizardLM-β-7B-I3"_s, QString(u"≈ 1274"_s), QVariant(), 28},
        {u"Llama-2-70B-Chat"_s, 1111, 8, QVariant()},
    };
    for (int i = 0; i < 14; ++i) {
        const auto& [name, rating, battles, change] = rows[i % rows.size()];
        QList<QStandardItem*> items;
        for (const QVariant& value : {QVariant(name), rating, battles, change}) {
            auto* item = new QStandardItem;
            item->setData(value, Qt::DisplayRole);
            items.append(item);
        }
        if (i == 3)
            items[0]->setCheckState(Qt::Checked);
        model->appendRow(items);
    }
    for (int column = 1; column < 4; ++column)
        model->setHeaderData(column, Qt::Horizontal,
                             QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter),
                             Qt::TextAlignmentRole);
    auto* table = new QTableView;
    table->setModel(model);
    table->setAlternatingRowColors(true);
    table->setShowGrid(false);
    table->verticalHeader()->hide();
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    for (int column = 1; column < 4; ++column)
        table->setColumnWidth(column, 76);
    table->setSortingEnabled(true);
    table->horizontalHeader()->setSortIndicator(1, Qt::DescendingOrder);
    auto* ratings = new NumberDelegate(0, table);
    ratings->setGrouped(false);
    auto* counts = new NumberDelegate(0, table);
    counts->setOpens(NumberDelegate::Opens::Always);
    auto* changes = new NumberDelegate(0, table);
    changes->setSign(NumberDelegate::Sign::Always);
    table->setItemDelegateForColumn(1, ratings);
    table->setItemDelegateForColumn(2, counts);
    table->setItemDelegateForColumn(3, changes);
    table->selectRow(2);
    table->setObjectName(u"focused"_s);
    layout->addWidget(table, 3);

    auto* lineage = new QStandardItemModel(widget);
    lineage->setHorizontalHeaderLabels({u"Model"_s, u"Kind"_s});
    for (const QString& group : {u"Target"_s, u"Judges"_s, u"Simulated"_s}) {
        auto* parent = new QStandardItem(group);
        for (const QString& child : {u"SFT-I0"_s, u"DPO-I1"_s, u"PPO-I1"_s})
            parent->appendRow(
                {new QStandardItem(icon(Icon::Server), child), new QStandardItem(u"server"_s)});
        lineage->appendRow({parent, new QStandardItem});
    }
    auto* tree = new QTreeView;
    tree->setModel(lineage);
    tree->setAlternatingRowColors(true);
    tree->expand(lineage->index(0, 0));
    tree->expand(lineage->index(1, 0));
    tree->setCurrentIndex(lineage->index(1, 0, lineage->index(0, 0)));
    tree->header()->resizeSection(0, 180);
    layout->addWidget(tree, 2);

    auto* list = new QListWidget;
    for (int i = 0; i < 6; ++i)
        list->addItem(u"Rewrite the given text %1"_s.arg(i));
    list->setCurrentRow(1);
    layout->addWidget(list, 1);
    widget->setFixedSize(960, 330);
    return widget;
}

QWidget* windowPage() {
    auto* window = new QMainWindow;
    for (const QString& title : {u"&File"_s, u"&Edit"_s, u"&View"_s, u"&Battle"_s})
        window->menuBar()->addMenu(title)->addAction(u"x"_s);
    auto* view = new QWidget;
    view->setAutoFillBackground(true);
    view->setBackgroundRole(QPalette::Base);
    for (const QString& title : {u"Battles"_s, u"Rationale"_s, u"Jobs"_s}) {
        auto* dock = new QDockWidget(title, window);
        dock->setObjectName(title);
        PanelHeader::install(dock);
        auto* content = new QListWidget;
        content->setFrameShape(QFrame::NoFrame);
        content->addItems({u"One"_s, u"Two"_s});
        dock->setWidget(new PanelFrame(content));
        window->addDockWidget(Qt::LeftDockWidgetArea, dock, Qt::Horizontal);
    }
    delete view;
    const auto docks = window->findChildren<QDockWidget*>();
    window->setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    window->tabifyDockWidget(docks[1], docks[2]);
    window->setFixedSize(760, 240);
    return window;
}

QWidget* menuPage() {
    auto* menu = new QMenu;
    menu->addAction(icon(Icon::Folder), u"Open a workspace"_s)->setShortcut(QKeySequence::Open);
    menu->addAction(u"Recent workspaces"_s)->setEnabled(false);
    menu->addSeparator();
    QAction* blind = menu->addAction(u"Blind review"_s);
    blind->setCheckable(true);
    blind->setChecked(true);
    blind->setShortcut(Qt::Key_B);
    menu->addMenu(u"Layout"_s)->addAction(u"Review"_s);
    menu->addAction(u"Quit"_s)->setShortcut(QKeySequence(u"Ctrl+Q"_s));
    menu->setActiveAction(blind);
    return menu;
}

QWidget* iconPage() {
    auto* widget = new Painted({960, 420}, [](QPainter* p, const QRect& r, const Theme& t) {
        p->fillRect(r, t.color(Colour::Base));
        int n = 0;
        for (const Icon which : allIcons()) {
            const int x = 20 + (n % 11) * 86;
            const int y = 16 + (n / 11) * 66;
            paintIcon(p, QRectF(x, y + 8, 16, 16), which, t.color(Colour::Text));
            paintIcon(p, QRectF(x + 22, y, 32, 32), which, t.color(Colour::Text));
            p->setPen(t.color(Colour::Dim));
            p->drawText(QRect(x - 12, y + 36, 84, 16), Qt::AlignCenter, iconName(which));
            ++n;
        }
        appIcon().paint(p, QRect(900, 350, 48, 48));
    });
    return widget;
}

struct Page {
    const char* name;
    QWidget* (*make)();
};

} // namespace

class TestGallery : public QObject {
    Q_OBJECT
  private slots:
    void initTestCase() { QVERIFY(QDir().mkpath(QStringLiteral(AGON_GALLERY))); }

    void init() {
        // Whatever the widgets do wrong; not what the offscreen platform cannot do.
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    }

    void draws_data() {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<int>("page");
        for (const bool dark : {false, true})
            for (int i = 0; i < int(std::size(pages)); ++i)
                QTest::addRow("%s %s", pages[i].name, dark ? "dark" : "light") << dark << i;
    }

    void draws() {
        QFETCH(bool, dark);
        QFETCH(int, page);
        m_controller->setChoice(dark ? ThemeChoice::Dark : ThemeChoice::Light);
        const std::unique_ptr<QWidget> widget(pages[page].make());
        widget->ensurePolished();
        widget->adjustSize();
        if (widget->layout() && widget->layout()->hasHeightForWidth())
            widget->setFixedHeight(widget->layout()->heightForWidth(widget->width()));
        widget->show();
        if (QWidget* focused = widget->findChild<QWidget*>(u"focused"_s)) {
            QVERIFY(QTest::qWaitForWindowActive(widget.get()));
            focused->setFocus(Qt::TabFocusReason);
        }
        QCoreApplication::processEvents();
        const QImage image = widget->grab().toImage();
        QCOMPARE(image.devicePixelRatio(), qApp->devicePixelRatio());
        const QString file = u"%1/%2-%3%4.png"_s.arg(
            QStringLiteral(AGON_GALLERY), QLatin1StringView(pages[page].name),
            dark ? u"dark"_s : u"light"_s, image.devicePixelRatio() > 1.0 ? u"@2x"_s : u""_s);
        QVERIFY2(image.save(file), qPrintable(file));
        QSet<QRgb> colours;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                colours.insert(image.pixel(x, y));
        QVERIFY(colours.size() > 20);
    }

    void cleanupTestCase() { m_controller.reset(); }

  private:
    static constexpr Page pages[] = {
        {"chips", chipsPage}, {"empty", emptyPage},   {"controls", controlsPage},
        {"views", viewsPage}, {"window", windowPage}, {"menu", menuPage},
        {"icons", iconPage},
    };
    std::unique_ptr<ThemeController> m_controller = std::make_unique<ThemeController>();
};

QTEST_MAIN(TestGallery)
#include "tst_gallery.moc"
