#include "tests/ui/models/some_models.h"

#include <QSignalSpy>
#include <QtTest/QTest>

#include <map>

namespace agon::test {

namespace {

template <class T>
T take(Result<T> result) {
    if (!result)
        qFatal("%s", result.error().text().c_str());
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

} // namespace

Model model(std::int64_t id, const std::string& name, ModelKind kind, std::uint8_t roles,
            std::int64_t parent) {
    Model out;
    out.id = {id};
    out.name = name;
    out.kind = kind;
    out.roles = Roles(roles);
    out.parent = {parent};
    return out;
}

Model checkpoint(std::int64_t id, const std::string& name, std::int64_t parent, StageKind stage,
                 int iteration) {
    Model out = model(id, name, ModelKind::Server, bits(Role::Target), parent);
    out.stage = stage;
    out.iteration = iteration;
    return out;
}

std::vector<Model> someModels() {
    std::vector<Model> out{
        model(1, "base-7b", ModelKind::Server, bits(Role::Base)),
        checkpoint(2, "SFT-I1", 1, StageKind::Sft, 1),
        checkpoint(3, "SFT-I0", 1, StageKind::Sft, 0),
        checkpoint(4, "DPO-I1", 2, StageKind::Dpo, 1),
        checkpoint(5, "PPO-I1", 4, StageKind::Ppo, 1),
        model(6, "judge-70b", ModelKind::Endpoint,
              static_cast<std::uint8_t>(bits(Role::Judge) | bits(Role::Rival))),
        model(7, "held-out", ModelKind::Endpoint,
              static_cast<std::uint8_t>(bits(Role::Judge) | bits(Role::HeldOut))),
        model(8, "sim-1200", ModelKind::Simulated, bits(Role::Rival)),
        model(9, "rival-10", ModelKind::Recorded, bits(Role::Rival)),
        model(10, "rival-9", ModelKind::Recorded, bits(Role::Rival)),
        model(11, "alpha", ModelKind::Endpoint, bits(Role::Rival)),
    };
    out[7].strength = 1200;
    out[5].priceIn = 0.59;
    out[5].priceOut = 0.79;
    out[5].family = "llama";
    return out;
}

OpenSession::OpenSession(const std::vector<Model>& models)
    : m_path(m_folder.filePath(QStringLiteral("test.agon"))) {
    auto workspace = take(Workspace::create(m_path.toStdString()));
    take(workspace->write<void>([&](Appender& appender) -> Result<void> {
        std::map<std::int64_t, ModelId> ids;
        for (Model model : models) {
            const std::int64_t key = model.id.value;
            model.parent = ids[model.parent.value];
            ids[key] = TRY(appender.addModel(model));
        }
        return {};
    }));
    workspace.reset(); // or the session would find it in use
    open();
}

OpenSession::OpenSession(const QString& path)
    : m_path(path) {
    open();
}

void OpenSession::open() {
    const auto clock = std::make_shared<SystemClock>();
    m_executor = std::make_unique<Executor>(2, clock);
    m_session = std::make_unique<ui::Session>(*m_executor, clock);
    m_secrets = std::make_shared<FewSecrets>();
    m_arena = std::make_unique<ui::ArenaDesk>(
        *m_session, m_secrets, m_folder.filePath(QStringLiteral("person")).toStdString());
    m_session->open(m_path);
    if (!QTest::qWaitFor([this] { return m_session->table() != nullptr; }, 20000))
        qFatal("the workspace does not open");
}

void OpenSession::setKey(const std::string& name, const std::string& key) {
    m_secrets->set(name, key);
}

std::optional<std::string> FewSecrets::find(std::string_view name) const {
    const std::scoped_lock lock(m_mutex);
    const auto found = m_keys.find(name);
    return found == m_keys.end() ? std::nullopt : std::optional(found->second);
}

void FewSecrets::set(const std::string& name, const std::string& key) {
    const std::scoped_lock lock(m_mutex);
    m_keys[name] = key;
}

std::vector<Model> OpenSession::stored() const {
    return take(m_session->workspace()->read<std::vector<Model>>(
        [](Reader& reader) { return reader.models(); }));
}

} // namespace agon::test
