// A model while it is edited, as a value: what changed, what is wrong, what applies to its kind.
#pragma once

#include "core/llm/trust.h"
#include "ui/models/model_fields.h"

#include <QString>

#include <map>
#include <span>
#include <vector>

namespace agon::ui {

struct ModelDraft {
    Model base;                               // as it is in the workspace; without an id: a new one
    Model model;                              // as it is to be
    std::map<ModelField, QString> unreadable; // numbers as they were typed, that are none

    [[nodiscard]] bool isNew() const { return !base.id.valid(); }
};

struct FieldProblem {
    ModelField field = ModelField::Name;
    QString message; // for a person
};

// Fields that differ from the base or cannot be read; hidden ones do not count.
[[nodiscard]] std::vector<ModelField> changedFields(const ModelDraft& draft);
// What forbids saving, at most one a field. What was wrong before and is left alone does not count:
// a workspace may come from elsewhere.
[[nodiscard]] std::vector<FieldProblem> problemsOf(const ModelDraft& draft,
                                                   std::span<const Model> models);
// What is written: after a change of kind, what does not apply any more is empty.
[[nodiscard]] Model toStore(const ModelDraft& draft);
// The workspace has changed under the draft: what was not edited follows.
void rebase(ModelDraft& draft, const Model& base);

// The permissions that somebody gave by typing addresses into this draft. An address that was there
// before is not among them: the workspace may have come from elsewhere.
[[nodiscard]] std::vector<TrustedOrigin> typedPermissions(const ModelDraft& draft);
// What calling the model takes; addresses that are none are left out.
[[nodiscard]] std::vector<TrustedOrigin> permissionsOf(const Model& model);

// An environment variable's name: a letter or _, then letters, digits and _. What looks like a key
// itself is none, so that a pasted one does not end up in the file.
[[nodiscard]] bool isVariableName(std::string_view name);
[[nodiscard]] bool looksLikeKey(std::string_view text);

} // namespace agon::ui
