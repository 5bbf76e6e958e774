// The 40 px bar of what is rated, how, and with which intervals.
#pragma once

#include <QtWidgets/QWidget>

namespace agon::ui {

class PolicyCombo;
class RatingsPresenter;
class Session;

// Judge, games and overrides are the session's policy and change the battles too; the rest is the
// panel's own.
class PolicyBar : public QWidget {
    Q_OBJECT
  public:
    PolicyBar(Session& session, RatingsPresenter& presenter, QWidget* parent = nullptr);

  protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

  private:
    PolicyCombo* add(const QString& caption, const QString& explanation);
    void fill();
    void fillOverrides();
    void fitCaptions();
    void applyChoice();
    void applyPolicy();

    Session& m_session;
    RatingsPresenter& m_presenter;
    PolicyCombo* m_method;
    PolicyCombo* m_set;
    PolicyCombo* m_judge;
    PolicyCombo* m_games;
    PolicyCombo* m_ties;
    PolicyCombo* m_overrides;
    PolicyCombo* m_intervals;
    PolicyCombo* m_anchor;
};

} // namespace agon::ui
