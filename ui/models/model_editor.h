// Edits one model at a time: drafts, what is wrong with them, saving and removing. No widgets.
#pragma once

#include "ui/models/model_draft.h"
#include "ui/models/model_registry.h"

#include <QObject>

#include <functional>
#include <map>
#include <optional>

namespace agon::ui {

// Follows the registry's current model. A draft that is left with changes is kept until the
// workspace is closed, and is there again when its model is. Lives on the GUI thread.
class ModelEditor final : public QObject {
    Q_OBJECT

  public:
    explicit ModelEditor(ModelRegistry& registry, QObject* parent = nullptr);

    [[nodiscard]] ModelRegistry& registry() const { return m_registry; }
    [[nodiscard]] bool hasModel() const { return m_shown.has_value(); }
    [[nodiscard]] const ModelDraft& draft() const; // only while hasModel()
    [[nodiscard]] bool isReadOnly() const;
    [[nodiscard]] bool isSaving() const { return m_saving; }
    [[nodiscard]] std::vector<ModelField> changes() const;
    // Of edited fields; of all once saving was tried.
    [[nodiscard]] std::vector<FieldProblem> problems() const;
    [[nodiscard]] bool canSave() const; // something to save, nothing wrong with what was edited
    // Models with changes; the new one has no id.
    [[nodiscard]] std::vector<ModelId> unsaved() const;

    void beginNew();
    void setText(ModelField field, const QString& text); // texts, and numbers as they are typed
    void setBaseUrls(const QString& lines);              // one a line
    void setKind(ModelKind kind);
    void setRole(Role role, bool on);
    void setInsecureTls(bool on);
    void setParentModel(ModelId parent);
    void tryAll(); // shows all problems, as a save that is refused does
    void revert(); // of a new model: gives it up
    void save();
    // All that is unsaved, in one write, after one that is under way. The first draft that cannot
    // be stored is shown, and then nothing is written.
    void saveAll(const std::function<void(bool)>& done);

    // Says why it cannot be removed, or asks by removalAsked(); the answer is remove().
    void askRemoval();
    void remove();

  signals:
    void shown();  // another model, or its fields follow the workspace: show all anew
    void edited(); // the draft changed by one of the functions above
    void unsavedChanged();
    void saved(agon::ModelId id);
    // After a save: the person typed these addresses, and so has allowed them.
    void permitted(const std::vector<agon::TrustedOrigin>& origins);
    void refused(const QString& lead, const QString& reason);
    void removalAsked(const QString& name);

  private:
    using Drafts = std::map<std::int64_t, ModelDraft>; // by id; 0: the new one

    void follow();
    void refresh();
    void changed();
    void show(std::int64_t key);
    void forget();
    void endSaving(std::int64_t key, const Model& written, const Result<ModelId>& result);
    void keepTyped(std::int64_t key, Model written, ModelId id);
    void goOn();
    [[nodiscard]] ModelDraft& edit() { return m_drafts.at(*m_shown); }

    ModelRegistry& m_registry;
    Drafts m_drafts;
    std::optional<std::int64_t> m_shown; // key of the draft
    bool m_tried = false;
    bool m_saving = false;
    std::vector<std::function<void()>> m_whenSaved;
    std::int64_t m_added = 0; // its model, until the registry has it too
};

} // namespace agon::ui
