// Every action and every key of the application, declared in one table (action_table.cpp).
#pragma once

#include <QAction>
#include <QHash>
#include <QKeySequence>
#include <QObject>
#include <QString>

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace agon::ui {

enum class Icon : std::uint8_t; // ui/theme/icon.h

enum class ActionId {
    // File
    NewWorkspace,
    OpenWorkspace,
    OpenDemo,
    ImportFiles,
    CloseWorkspace,
    Quit,
    // Edit
    Undo,
    Redo,
    AddModel,
    AddFromEndpoint,
    RunBattles,
    JudgePrompts,
    Settings,
    // View
    ThemeSystem,
    ThemeLight,
    ThemeDark,
    LayoutReview,
    LayoutAnalyse,
    LayoutOperate,
    ResetLayout,
    // Go
    Palette,
    GoModels,
    GoBattles,
    GoRationale,
    GoRatings,
    GoJobs,
    // Help
    Keys,
    About,
    // Battles: voting
    VoteA,
    VoteB,
    VoteTie,
    VoteBad,
    VoteClear,
    UndoVote,
    Flag,
    Comment,
    // Battles: the queue
    NextBattle,
    PreviousBattle,
    NextUnreviewed,
    SkipBattle,
    NextQueue,
    PreviousQueue,
    FilterBattles,
    NextAfterVote,
    ToggleTable,
    // Battles: reading
    ToggleDiff,
    ToggleMarkdown,
    LinkScrolling,
    SwapSides,
    ToggleRationale,
    JudgeAgain,
    ToggleBlind,
};

// Where a key acts.
enum class Scope {
    Window,  // anywhere in the main window
    Battles, // while the battles panel or the rationale has the keyboard
};

struct ActionSpec {
    ActionId id;
    const char* section;           // QT_TRANSLATE_NOOP("Actions", …), as are the texts
    const char* text;              // for menus, the palette and the Keys window
    std::vector<const char*> keys; // portable texts: "Ctrl+K"; the first is shown
    Scope scope = Scope::Window;
    bool repeats = false; // held down, it goes on; only navigation does
    bool checkable = false;
    std::optional<Icon> icon{};
    const char* words = ""; // what else a person may type for it in the palette
};

[[nodiscard]] std::span<const ActionSpec> actionTable();
[[nodiscard]] const ActionSpec& actionSpec(ActionId id);
[[nodiscard]] QString actionText(const ActionSpec& spec);    // translated
[[nodiscard]] QString actionSection(const ActionSpec& spec); // translated

struct KeyConflict {
    ActionId first;
    ActionId second;
    QKeySequence key;
};
// Keys that two actions of overlapping scope share, or of which one begins the other: Qt would
// fire neither.
[[nodiscard]] std::vector<KeyConflict> keyConflicts(std::span<const ActionSpec> table);

// One QAction an id. An action is disabled until something is bound to it, so that nothing in a
// menu or the palette is without effect.
class ActionRegistry final : public QObject {
    Q_OBJECT

  public:
    explicit ActionRegistry(QObject* parent = nullptr);

    [[nodiscard]] QAction* action(ActionId id) const;
    // The text of the first key, in the user's notation; empty when there is none.
    [[nodiscard]] QString keyText(ActionId id) const;
    // Runs `act` while `owner` lives. The action is added to `owner`: keys of scope Battles act in
    // it and its children; QWidget::addAction lets them act in further widgets.
    void bind(ActionId id, QWidget* owner, std::function<void()> act);
    void bindToggle(ActionId id, QWidget* owner, std::function<void(bool)> act);
    // Whether an action that does not repeat has this key.
    [[nodiscard]] bool actsOnce(const QKeySequence& key) const;
    // Bound and enabled now: what the palette offers.
    [[nodiscard]] std::vector<ActionId> available() const;

  private:
    static QString keyText(const QAction* action);
    void attach(ActionId id, QWidget* owner);

    QHash<int, QAction*> m_actions;
};

} // namespace agon::ui
