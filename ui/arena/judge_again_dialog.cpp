#include "ui/arena/judge_again_dialog.h"

#include "ui/arena/run_choices.h"
#include "ui/theme/font.h"
#include "ui/theme/roles.h"
#include "ui/widgets/notice_bar.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace agon::ui {

JudgeAgainDialog::JudgeAgainDialog(ArenaDesk& desk, BattleId battle, ModelId judge, QWidget* parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_battle(battle)
    , m_judge(new QComboBox(this))
    , m_style(new QComboBox(this))
    , m_notice(new NoticeBar(this)) {
    setWindowTitle(tr("Judge #%1 again").arg(battle.value));
    m_judge->setAccessibleName(tr("Judge"));
    m_style->setAccessibleName(tr("Style of the prompt"));
    auto* buttons = new QDialogButtonBox(this);
    m_ask = buttons->addButton(tr("Ask the judge"), QDialogButtonBox::AcceptRole);
    setPrimary(m_ask);
    m_ask->setDefault(true);
    m_ask->setEnabled(false);
    buttons->addButton(QDialogButtonBox::Cancel);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        emit confirmed(request());
        accept();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&desk.session(), &Session::closed, this, &QDialog::reject);

    auto* form = new QFormLayout;
    form->setLabelAlignment(Qt::AlignRight | Qt::AlignVCenter);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Judge"), m_judge);
    form->addRow(tr("&Prompt"), m_style);
    auto* column = new QVBoxLayout(this);
    const int padding = scaled(measure::formPadding);
    column->setContentsMargins(padding, padding, padding, padding);
    column->setSpacing(scaled(12));
    column->addLayout(form);
    m_notice->say(Tone::Neutral, QString(),
                  tr("Two calls, one for each order. The earlier games of this judge stay to be "
                     "read and do not count any more."));
    column->addWidget(m_notice);
    m_notice->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    column->addStretch(1);
    column->addWidget(buttons);
    setMinimumWidth(scaled(440));

    if (const ArenaServices* services = desk.services()) {
        const auto usual = services->resources.styles.find({});
        for (const auto& style : services->resources.styles.all) {
            m_style->addItem(QString::fromStdString(style->title),
                             QString::fromStdString(style->id));
            if (style == usual)
                m_style->setCurrentIndex(m_style->count() - 1);
        }
    }
    m_loading.read<std::vector<Model>>(
        desk.session(), [](Reader& reader) { return reader.models(false); }, this,
        [this, judge](Result<std::vector<Model>> models) {
            if (models)
                fill(*models, judge);
        });
}

void JudgeAgainDialog::fill(const std::vector<Model>& models, ModelId proposed) {
    for (const Model& model : models) {
        if (!canJudge(model))
            continue;
        m_judge->addItem(QString::fromStdString(model.name),
                         QVariant::fromValue<qlonglong>(model.id.value));
        if (model.id == proposed)
            m_judge->setCurrentIndex(m_judge->count() - 1);
    }
    const bool any = m_judge->count() > 0;
    m_ask->setEnabled(any && m_desk.session().readOnlyReason().isEmpty());
    if (!any)
        m_notice->say(Tone::Warning, tr("Nobody can be asked."),
                      tr("Add a model with the role “judge” in Models."));
    else if (!m_desk.session().readOnlyReason().isEmpty())
        m_notice->say(Tone::Danger, tr("Read-only."), m_desk.session().readOnlyReason());
    m_judge->setFocus();
}

RejudgeRequest JudgeAgainDialog::request() const {
    RejudgeRequest out;
    out.battle = m_battle;
    out.judge = {m_judge->currentData().toLongLong()};
    out.style = m_style->currentData().toString().toStdString();
    return out;
}

} // namespace agon::ui
