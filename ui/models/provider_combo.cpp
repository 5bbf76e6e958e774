#include "ui/models/provider_combo.h"

#include "ui/models/model_words.h"

#include <QSignalBlocker>
#include <QWheelEvent>

namespace agon::ui {

namespace {

constexpr int guessRow = 0;

} // namespace

ProviderCombo::ProviderCombo(QWidget* parent)
    : QComboBox(parent)
    , m_guess(guessProvider({})) {
    setAccessibleName(tr("Provider"));
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(8);
    setMaxVisibleItems(16);
    setProfiles({});
    connect(this, &QComboBox::activated, this, &ProviderCombo::providerChosen);
}

void ProviderCombo::setProfiles(const ProviderProfiles& profiles) {
    const std::string chosen = provider();
    m_profiles = profiles;
    {
        const QSignalBlocker quiet(this);
        clear();
        addItem(QString(), QString());
        for (const auto& profile : m_profiles.all)
            addItem(shownName(profile->title), QString::fromStdString(profile->id));
    }
    showGuess();
    setProvider(chosen);
}

void ProviderCombo::setProvider(const std::string& id) {
    const QString wanted = QString::fromStdString(id);
    int row = findData(wanted);
    if (row < 0) {
        addItem(tr("%1, not known here").arg(shownName(id)), wanted);
        row = count() - 1;
    }
    setCurrentIndex(row);
}

void ProviderCombo::setAddress(const std::string& baseUrl) {
    if (baseUrl == m_address)
        return;
    m_address = baseUrl;
    m_guess = guessProvider(baseUrl);
    showGuess();
}

void ProviderCombo::wheelEvent(QWheelEvent* event) {
    event->ignore();
}

void ProviderCombo::showGuess() {
    const auto guessed = m_profiles.find(m_guess);
    setItemText(guessRow, guessed ? tr("From the address: %1").arg(shownName(guessed->title))
                                  : tr("From the address"));
}

std::string ProviderCombo::provider() const {
    return currentData().toString().toStdString();
}

std::shared_ptr<const ProviderProfile> ProviderCombo::profile() const {
    const std::string chosen = provider();
    return m_profiles.find(chosen.empty() ? m_guess : chosen);
}

} // namespace agon::ui
