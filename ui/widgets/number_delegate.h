// Columns of numbers: right-aligned, tabular, with the signs of format_number.h.
#pragma once

#include <QtWidgets/QStyledItemDelegate>

namespace agon::ui {

// Integers are grouped, doubles get `decimals`; strings are taken as they are, which is how a model
// says "≈ 1274". Nothing and NaN are an en dash. FontRole and ForegroundRole are kept.
class NumberDelegate : public QStyledItemDelegate {
    Q_OBJECT
  public:
    enum class Sign : std::uint8_t { MinusOnly, Always };

    enum class Opens : std::uint8_t { No, UnderMouse, Always };

    explicit NumberDelegate(int decimals = 0, QObject* parent = nullptr);

    void setSign(Sign sign) { m_sign = sign; }
    void setGrouped(bool grouped) { m_grouped = grouped; } // ratings are not
    // The number opens the battles behind it: underlined under the mouse, or always where that is
    // the way on.
    void setOpens(Opens opens) { m_opens = opens; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const override;
    [[nodiscard]] QString displayText(const QVariant& value, const QLocale& locale) const override;

  private:
    int m_decimals;
    Sign m_sign = Sign::MinusOnly;
    bool m_grouped = true;
    Opens m_opens = Opens::No;
};

} // namespace agon::ui
