// The names that a server lists, to be picked from: a filter, check boxes, and names typed by hand.
#pragma once

#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QWidget>

#include <set>
#include <string>
#include <vector>

class QLineEdit;
class QListView;
class QPushButton;

namespace agon::ui {

class SectionHeader;

class ServedList final : public QWidget {
    Q_OBJECT

  public:
    explicit ServedList(QWidget* parent = nullptr);

    // Keeps what was chosen where it is listed again, and what was typed. `here`: is said of those.
    void setNames(const std::vector<std::string>& names, const std::set<std::string>& here);
    void clearNames();
    [[nodiscard]] std::vector<std::string> chosen() const; // in their order
    [[nodiscard]] QListView* view() const { return m_view; }
    [[nodiscard]] QLineEdit* filter() const { return m_filter; }
    [[nodiscard]] QLineEdit* typed() const { return m_typed; }
    [[nodiscard]] QPushButton* addTyped() const { return m_addTyped; }

  signals:
    void changed(); // chosen()

  private:
    void append(const QString& name, bool chosen, bool here);
    void addByHand();
    void showCounts();

    SectionHeader* m_header;
    QStandardItemModel m_names;
    QSortFilterProxyModel m_filtered;
    QLineEdit* m_filter;
    QListView* m_view;
    QLineEdit* m_typed;
    QPushButton* m_addTyped;
    bool m_filling = false;
};

} // namespace agon::ui
