// Chooses how a server speaks: a profile by its title, or what the address suggests.
#pragma once

#include "core/llm/provider_profile.h"

#include <QComboBox>
#include <QString>

#include <memory>
#include <string>

namespace agon::ui {

class ProviderCombo final : public QComboBox {
    Q_OBJECT

  public:
    explicit ProviderCombo(QWidget* parent = nullptr);

    void setProfiles(const ProviderProfiles& profiles);
    // An id that no profile has is shown as such. An empty one follows the address.
    void setProvider(const std::string& id);
    void setAddress(const std::string& baseUrl);
    [[nodiscard]] std::string provider() const;
    // The one that holds: chosen, or suggested by the address. Null while it is not known.
    [[nodiscard]] std::shared_ptr<const ProviderProfile> profile() const;

  signals:
    void providerChosen(); // by the person

  protected:
    void wheelEvent(QWheelEvent* event) override; // scrolls the form, and chooses nothing

  private:
    void showGuess();

    ProviderProfiles m_profiles;
    std::string m_address;
    std::string m_guess;
};

} // namespace agon::ui
