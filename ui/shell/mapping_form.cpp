#include "ui/shell/mapping_form.h"

#include "ui/theme/font.h"
#include "ui/widgets/format_number.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>

namespace agon::ui {

QString fieldTitle(exchange::Field field) {
    using exchange::Field;
    switch (field) {
    case Field::Instruction:
        return MappingForm::tr("Instruction");
    case Field::Category:
        return MappingForm::tr("Category");
    case Field::ModelA:
        return MappingForm::tr("Model A");
    case Field::ModelB:
        return MappingForm::tr("Model B");
    case Field::ResponseA:
        return MappingForm::tr("Answer A");
    case Field::ResponseB:
        return MappingForm::tr("Answer B");
    case Field::Winner:
        return MappingForm::tr("Winner");
    case Field::Judge:
        return MappingForm::tr("Judge");
    case Field::Annotator:
        return MappingForm::tr("Annotator");
    case Field::ScoreA:
        return MappingForm::tr("Score A");
    case Field::ScoreB:
        return MappingForm::tr("Score B");
    case Field::Explanation:
        return MappingForm::tr("Explanation");
    case Field::Time:
        return MappingForm::tr("Time");
    case Field::Set:
        return MappingForm::tr("Set");
    case Field::Key:
        return MappingForm::tr("Key");
    case Field::Turn:
        return MappingForm::tr("Turn");
    }
    return {};
}

MappingForm::MappingForm(QWidget* parent)
    : QWidget(parent) {
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(scaled(8));
    grid->setVerticalSpacing(scaled(4));
    constexpr int fieldsInARow = 4;
    for (std::size_t i = 0; i < m_boxes.size(); ++i) {
        const QString title = fieldTitle(static_cast<exchange::Field>(i));
        auto* box = new QComboBox(this);
        box->setAccessibleName(tr("Column of %1").arg(title));
        box->setMinimumContentsLength(8);
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        connect(box, &QComboBox::activated, this, &MappingForm::edited);
        auto* label = new QLabel(title, this);
        label->setBuddy(box);
        label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        const int row = static_cast<int>(i) / fieldsInARow;
        const int column = static_cast<int>(i) % fieldsInARow * 2;
        grid->addWidget(label, row, column);
        grid->addWidget(box, row, column + 1);
        grid->setColumnStretch(column + 1, 1);
        m_boxes[i] = box;
    }
}

void MappingForm::setColumns(const std::vector<std::string>& columns,
                             const exchange::Mapping& mapping) {
    for (std::size_t i = 0; i < m_boxes.size(); ++i) {
        QComboBox* box = m_boxes[i];
        box->clear();
        box->addItem(missing());
        for (const std::string& column : columns)
            box->addItem(QString::fromStdString(column), QString::fromStdString(column));
        const auto chosen = mapping.find(static_cast<exchange::Field>(i));
        if (chosen != mapping.end())
            box->setCurrentIndex(
                std::max(0, box->findData(QString::fromStdString(chosen->second))));
    }
}

exchange::Mapping MappingForm::mapping() const {
    exchange::Mapping out;
    for (std::size_t i = 0; i < m_boxes.size(); ++i)
        if (const QString column = m_boxes[i]->currentData().toString(); !column.isEmpty())
            out[static_cast<exchange::Field>(i)] = column.toStdString();
    return out;
}

} // namespace agon::ui
