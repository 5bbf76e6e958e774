// Models with check boxes, by what they are for: target, rivals, others.
#pragma once

#include "core/base/ids.h"
#include "core/domain/model.h"

#include <QTreeWidget>

#include <vector>

namespace agon::ui {

// What a box stands for is said in words: recorded models by how many answers they have.
class ModelPicks final : public QTreeWidget {
    Q_OBJECT

  public:
    explicit ModelPicks(QWidget* parent = nullptr);

    void setModels(const std::vector<Model>& models, const std::vector<ModelId>& picked);
    [[nodiscard]] std::vector<ModelId> picked() const; // in the order shown

    [[nodiscard]] QSize sizeHint() const override;

  signals:
    void picksChanged(); // by a person

  private:
    void addGroup(const QString& title, const std::vector<const Model*>& models,
                  const std::vector<ModelId>& picked);
};

} // namespace agon::ui
