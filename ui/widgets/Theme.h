// The colours and measures of the window: every one of them is here, twice (light and dark), and nowhere else.
#pragma once

#include <QColor>

class QApplication;
class QString;

namespace countersign {

enum class ThemeKind { Light, Dark };

/// Colours by what they mean. Text colours have at least 4.5:1 on the grounds they are used on, controls 3:1.
struct Theme {
    ThemeKind kind;
    QColor background; ///< behind the cards
    QColor surface;    ///< cards, bars, lists
    QColor sunken;     ///< inputs, key hints, neutral badges
    QColor line;       ///< between things; carries no information
    QColor outline;    ///< around controls
    QColor text;
    QColor muted;      ///< labels and what may be overlooked
    QColor accent;
    QColor accentSoft; ///< the selected row, a chosen option
    QColor onAccent;
    QColor raises;     ///< raised the score, approves
    QColor raisesSoft;
    QColor lowers;     ///< lowered the score, declines; its bars are hatched as well
    QColor lowersSoft;
    QColor warning;
    QColor warningSoft;
    QColor breach;
    QColor breachSoft;

    bool isDark() const { return kind == ThemeKind::Dark; }

    /// The one in use. Widgets that paint read it in paintEvent; a change arrives as QEvent::PaletteChange.
    static const Theme &current();
    static const Theme &of(ThemeKind kind);

    /// Palette, font and style sheet of the whole application.
    static void apply(QApplication &application, ThemeKind kind);

    /// What the desktop's palette suggests.
    static ThemeKind preferred();
};

/// The style sheet for a theme; kept apart since it is long.
QString styleSheetOf(const Theme &theme);

namespace measure {
inline constexpr int kGap = 8;       ///< px at 100 %, between things that belong together
inline constexpr int kWide = 16;     ///< between things that do not
inline constexpr int kRow = 36;      ///< height of a row in a list
inline constexpr int kControl = 30;  ///< least height of a control
inline constexpr int kRadius = 7;
inline constexpr int kText = 13;     ///< font sizes in px
inline constexpr int kSmall = 11;
inline constexpr int kTitle = 17;
} // namespace measure

} // namespace countersign
