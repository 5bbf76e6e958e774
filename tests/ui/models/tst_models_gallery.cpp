// Renders both panels into gallery/*.png beside the program, light and dark, wide and narrow: on
// the demo, on hostile names, empty, and on the workspace that AGON_GALLERY_WORKSPACE names.
// Asserts what a picture can prove: nothing warns, nothing is blank.
#include "core/simulation/demo.h"
#include "tests/support/result_check.h"
#include "tests/ui/models/some_models.h"
#include "ui/bridge/jobs_feed.h"
#include "ui/models/endpoint_wizard.h"
#include "ui/models/fold_header.h"
#include "ui/models/model_form.h"
#include "ui/models/model_panel.h"
#include "ui/models/model_tree_model.h"
#include "ui/models/model_tree_view.h"
#include "ui/models/models_panel.h"
#include "ui/models/served_list.h"
#include "ui/shell/action_registry.h"
#include "ui/shell/navigator.h"
#include "ui/shell/settings.h"
#include "ui/theme/theme_controller.h"

#include <QDir>
#include <QImage>
#include <QLineEdit>
#include <QtTest/QTest>

#include <algorithm>
#include <set>

using namespace agon;
using namespace agon::ui;
using namespace Qt::StringLiterals;

namespace {

struct Scene {
    explicit Scene(test::OpenSession& session)
        : jobs(session.executor())
        , settings(folder.filePath(u"settings.ini"_s))
        , context{*session, jobs, actions, navigator, settings}
        , desk(std::make_shared<ModelsDesk>(session.arena()))
        , list(context, desk)
        , details(context, desk) {
        QTRY_VERIFY(desk->registry.isRead());
    }

    void select(const std::string& name) {
        const auto& models = desk->registry.models();
        const auto it = std::ranges::find(models, name, &Model::name);
        desk->registry.setCurrent(it == models.end() ? ModelId{} : it->id);
    }

    QTemporaryDir folder;
    JobsFeed jobs;
    ActionRegistry actions;
    Navigator navigator;
    Settings settings;
    PanelContext context;
    std::shared_ptr<ModelsDesk> desk;
    ModelsPanel list;
    ModelPanel details;
};

std::vector<Model> hostileModels() {
    std::vector<Model> out = test::someModels();
    out[0].name = "base\nwith a line break";
    out[1].name = "a-name-that-goes-on-" + std::string(400, 'x');
    out[5].name = "نموذج الحكم الكبير 70B";
    out[8].name = "safe\xE2\x80\xAEgnp.exe";
    out[9].name = "<b>bold</b> & “quoted” -> 8x7B";
    for (std::int64_t id = 12; id < 30; ++id)
        out.push_back(test::checkpoint(id, "deep-" + std::to_string(id), id == 12 ? 5 : id - 1,
                                       StageKind::Sft, static_cast<int>(id)));
    return out;
}

} // namespace

class TestModelsGallery : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase();
    void demo();
    void hostile();
    void empty();
    void called();
    void wizard();
    void given();

  private:
    void shoot(Scene& scene, const QString& name);
    void save(QWidget& panel, QSize size, const QString& name);

    ThemeController* m_theme = nullptr;
    QTemporaryDir m_folder;
};

void TestModelsGallery::initTestCase() {
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    QVERIFY(QDir().mkpath(QStringLiteral(AGON_GALLERY)));
    m_theme = new ThemeController(this);
}

void TestModelsGallery::save(QWidget& panel, QSize size, const QString& name) {
    panel.setAutoFillBackground(true);
    panel.setBackgroundRole(QPalette::Base);
    panel.resize(size);
    panel.show();
    QVERIFY(QTest::qWaitForWindowExposed(&panel));
    // A new size asks for another layout, which may ask again.
    for (int pass = 0; pass < 8; ++pass)
        QCoreApplication::processEvents();
    const QImage image = panel.grab().toImage();
    std::set<QRgb> colours;
    for (int y = 0; y < image.height(); y += 2)
        for (int x = 0; x < image.width(); x += 2)
            colours.insert(image.pixel(x, y));
    QVERIFY2(colours.size() > 8, qPrintable(name));
    QVERIFY(image.save(QStringLiteral(AGON_GALLERY) + u'/' + name + u".png"_s));
}

void TestModelsGallery::shoot(Scene& scene, const QString& name) {
    for (const ThemeChoice choice : {ThemeChoice::Light, ThemeChoice::Dark}) {
        m_theme->setChoice(choice);
        const QString suffix = choice == ThemeChoice::Light ? u"-light"_s : u"-dark"_s;
        save(scene.list, {816, 700}, name + u"-list"_s + suffix);
        save(scene.details, {540, 760}, name + u"-details"_s + suffix);
        save(scene.list, {420, 560}, name + u"-list-narrow"_s + suffix);
        save(scene.details, {360, 760}, name + u"-details-narrow"_s + suffix);
    }
}

void TestModelsGallery::demo() {
    const QString path = m_folder.filePath(u"demo.agon"_s);
    VERIFY_OK(simulation::makeDemo(path.toStdString(), simulation::demoSeed, {}, {}));
    test::OpenSession session(path);
    Scene scene(session);
    QHash<QString, double> ratings;
    for (const Model& model : scene.desk->registry.models())
        if (model.strength && model.battles > 0)
            ratings.insert(QString::fromStdString(model.name), *model.strength);
    shoot(scene, u"demo-nothing-chosen"_s);
    scene.desk->registry.setRatings(ratings, false);
    scene.select("sim-ember-DPO-I2");
    scene.desk->editor.setText(ModelField::Note, u"Ran with K = 3."_s);
    shoot(scene, u"demo"_s);
    scene.list.filter()->setText(u"ppo"_s);
    shoot(scene, u"demo-filtered"_s);
    scene.list.filter()->setText(u"nobody"_s);
    shoot(scene, u"demo-no-match"_s);
}

void TestModelsGallery::hostile() {
    test::OpenSession session(hostileModels());
    Scene scene(session);
    scene.select("نموذج الحكم الكبير 70B");
    scene.desk->editor.setBaseUrls(u"https://one.example/v1\nllm.example.org/v1"_s);
    scene.desk->editor.setText(ModelField::KeyVariable, u"sk-aB3dE5fG7hI9jK1lM3nO5pQ7"_s);
    scene.desk->editor.setText(ModelField::PriceOut, u"cheap"_s);
    shoot(scene, u"hostile"_s);
    scene.desk->editor.revert();
    scene.select("a-name-that-goes-on-" + std::string(400, 'x'));
    scene.desk->editor.askRemoval();
    shoot(scene, u"long"_s);
}

void TestModelsGallery::empty() {
    test::OpenSession session(std::vector<Model>{});
    Scene scene(session);
    scene.desk->editor.beginNew();
    shoot(scene, u"empty"_s);
}

void TestModelsGallery::called() {
    std::vector<Model> models = test::someModels();
    models[5].baseUrls = {"http://127.0.0.1:1/v1"};
    models[5].apiModel = "meta-llama/Meta-Llama-3-70B-Instruct";
    models[5].keyVariable = "AGON_JUDGE_KEY";
    test::OpenSession session(models);
    Scene scene(session);
    QTRY_VERIFY(session.arena().services());
    scene.select("judge-70b");
    shoot(scene, u"endpoint"_s);
    scene.desk->editor.setInsecureTls(true);
    scene.desk->editor.setText(ModelField::TopP, u"7"_s);
    scene.desk->editor.setText(ModelField::Retries, u"many"_s);
    scene.details.form()->advanced().setOpen(true);
    shoot(scene, u"advanced"_s);
    scene.desk->editor.revert();
    session.setKey("AGON_JUDGE_KEY", "secret");
    scene.desk->test.start(scene.desk->editor.draft().model); // nobody allowed it
    const ModelId id = scene.desk->editor.draft().base.id;
    QTRY_VERIFY(!scene.desk->test.result(id)->running);
    shoot(scene, u"test-refused"_s);
}

void TestModelsGallery::wizard() {
    test::OpenSession session(test::someModels());
    Scene scene(session);
    QTRY_VERIFY(session.arena().services());
    EndpointWizard wizard(session.arena(), scene.desk->registry);
    for (const ThemeChoice choice : {ThemeChoice::Light, ThemeChoice::Dark}) {
        m_theme->setChoice(choice);
        const QString suffix = choice == ThemeChoice::Light ? u"-light"_s : u"-dark"_s;
        wizard.address()->setText(u"ftp://example.org"_s);
        wizard.models()->clearNames();
        save(wizard, {620, 680}, u"wizard-wrong"_s + suffix);
        wizard.address()->setText(u"https://api.openai.com/v1"_s);
        wizard.models()->setNames({"gpt-4o", "gpt-4o-mini", "نموذج", "o3-mini"}, {"gpt-4o"});
        save(wizard, {620, 680}, u"wizard"_s + suffix);
    }
}

void TestModelsGallery::given() {
    const QString path = qEnvironmentVariable("AGON_GALLERY_WORKSPACE");
    if (path.isEmpty())
        QSKIP("no workspace given in AGON_GALLERY_WORKSPACE");
    test::OpenSession session(path);
    Scene scene(session);
    if (!scene.desk->registry.models().empty())
        scene.desk->registry.setCurrent(scene.desk->registry.models().back().id);
    shoot(scene, u"given"_s);
}

QTEST_MAIN(TestModelsGallery)
#include "tst_models_gallery.moc"
