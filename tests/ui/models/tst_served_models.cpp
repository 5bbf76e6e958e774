// Models made of the names that a server lists.
#include "tests/ui/models/some_models.h"
#include "ui/models/served_models.h"

#include <QtTest/QTest>

#include <set>

using namespace agon;
using namespace agon::ui;

class TestServedModels : public QObject {
    Q_OBJECT

  private slots:
    void addresses_data();
    void addresses();
    void families_data();
    void families();
    void strangeNamesAreNotUsable();
    void namesAreUnique();
    void allSharesAddressKeyAndRoles();
};

void TestServedModels::addresses_data() {
    QTest::addColumn<QByteArray>("pasted");
    QTest::addColumn<QByteArray>("url");
    const auto row = [](const char* name, const char* pasted, const char* url) {
        QTest::newRow(name) << QByteArray(pasted) << QByteArray(url);
    };
    row("as it is", "https://llm.example.org/v1", "https://llm.example.org/v1");
    row("nothing", "  ", "");
    row("blanks and a slash", "  https://llm.example.org/v1/ \n", "https://llm.example.org/v1");
    row("of a call", "https://llm.example.org/v1/chat/completions", "https://llm.example.org/v1");
    row("of the list", "http://127.0.0.1:8000/v1/models/", "http://127.0.0.1:8000/v1");
    row("no scheme", "llm.example.org/v1", "https://llm.example.org/v1");
    row("no scheme, this machine", "localhost:11434/v1", "http://localhost:11434/v1");
    row("no scheme, loopback", "127.0.0.1:8000", "http://127.0.0.1:8000");
    row("another scheme stays wrong", "ftp://example.org", "ftp://example.org");
}

void TestServedModels::addresses() {
    QFETCH(QByteArray, pasted);
    QFETCH(QByteArray, url);
    QCOMPARE(baseUrlFrom(pasted.toStdString()), url.toStdString());
    QCOMPARE(baseUrlFrom(url.toStdString()), url.toStdString());
}

void TestServedModels::families_data() {
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("family");
    const auto row = [](const char* name, const char* family) {
        QTest::newRow(name) << QByteArray(name) << QByteArray(family);
    };
    row("gpt-4o-mini", "gpt");
    row("meta-llama/Meta-Llama-3-70B-Instruct", "llama");
    row("Qwen/Qwen2.5-7B-Instruct", "qwen");
    row("mistral:7b", "mistral");
    row("o3-mini", "");
    row("70b", "");
    row("", "");
}

void TestServedModels::families() {
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, family);
    QCOMPARE(familyFrom(name.toStdString()), family.toStdString());
}

void TestServedModels::strangeNamesAreNotUsable() {
    QVERIFY(isUsableName("meta-llama/Llama-3"));
    QVERIFY(isUsableName("模型"));
    QVERIFY(!isUsableName(""));
    QVERIFY(!isUsableName("two\nlines"));
    QVERIFY(!isUsableName("a\xE2\x80\xAE"
                          "b"));
    QVERIFY(isUsableName(std::string(500, 'x')));
    QVERIFY(!isUsableName(std::string(501, 'x')));
}

void TestServedModels::namesAreUnique() {
    const std::vector<Model> known{test::model(1, "Llama-3"), test::model(2, "gpt-4o"),
                                   test::model(3, "gpt-4o 2")};
    const std::vector<std::string> names{"meta/Llama-3", "other/Llama-3", "gpt-4o", "gpt-4o"};
    const std::vector<Model> made = servedModels({}, names, known);
    std::set<std::string> all{"Llama-3", "gpt-4o", "gpt-4o 2"};
    for (const Model& model : made)
        QVERIFY2(all.insert(model.name).second, model.name.c_str());
    QCOMPARE(made[0].name, std::string("meta/Llama-3"));
    QCOMPARE(made[1].name, std::string("other/Llama-3"));
    QCOMPARE(made[2].name, std::string("gpt-4o 3"));
}

void TestServedModels::allSharesAddressKeyAndRoles() {
    const ServedBy by{"https://llm.example.org/v1", "vllm", "A_KEY",
                      Roles(test::bits(Role::Judge))};
    const std::vector<std::string> names{"Qwen/Qwen2.5"};
    const Model model = servedModels(by, names, {}).front();
    QVERIFY(model.kind == ModelKind::Endpoint);
    QCOMPARE(model.name, std::string("Qwen2.5"));
    QCOMPARE(model.apiModel, std::string("Qwen/Qwen2.5"));
    QCOMPARE(model.baseUrls, std::vector<std::string>{by.baseUrl});
    QCOMPARE(model.provider, by.provider);
    QCOMPARE(model.keyVariable, by.keyVariable);
    QVERIFY(model.roles == by.roles);
    QCOMPARE(model.family, std::string("qwen"));
}

QTEST_GUILESS_MAIN(TestServedModels)
#include "tst_served_models.moc"
