// Which column of a plain table holds what: one box for each field.
#pragma once

#include "core/exchange/mapping.h"

#include <QWidget>

#include <array>

class QComboBox;

namespace agon::ui {

class MappingForm final : public QWidget {
    Q_OBJECT

  public:
    explicit MappingForm(QWidget* parent = nullptr);

    void setColumns(const std::vector<std::string>& columns, const exchange::Mapping& mapping);
    [[nodiscard]] exchange::Mapping mapping() const;

  signals:
    void edited(); // by the user

  private:
    std::array<QComboBox*, exchange::fieldCount> m_boxes{};
};

// "Model A": a field's name for a person.
[[nodiscard]] QString fieldTitle(exchange::Field field);

} // namespace agon::ui
