#include "ui/widgets/Theme.h"

#include <QString>

#include <array>

namespace countersign {

namespace {

// Properties that widgets set on themselves are what the rules go by: card, bar, chip, flat, primary, tone, look.
constexpr char kSheet[] = R"(
QWidget { color: @text; }
QMainWindow, QDialog, QWidget[look="page"] { background: @background; }
QDialog[look="palette"] { border: 1px solid @outline; }
QToolTip { background: @surface; color: @text; border: 1px solid @outline; padding: 4px 6px; }

QFrame[card="true"] { background: @surface; border: 1px solid @line; border-radius: 8px; }
QFrame[line="true"] { background: @line; border: none; min-height: 1px; max-height: 1px; }
QFrame[bar="top"] { background: @surface; border: none; border-bottom: 1px solid @line; }
QFrame[bar="side"] { background: @surface; border: none; border-right: 1px solid @line; }
QFrame[bar="bottom"] { background: @surface; border: none; border-top: 1px solid @line; }

QLabel { background: transparent; }
QLabel[look="title"] { font-size: 17px; font-weight: 600; }
QLabel[look="brand"] { font-size: 14px; font-weight: 600; }
QLabel[look="section"] { color: @muted; font-size: 12px; font-weight: 600; }
QLabel[look="muted"] { color: @muted; }
QLabel[look="small"] { color: @muted; font-size: 11px; }
QLabel[look="live"] { color: @raises; font-size: 11px; }
QLabel[look="away"] { color: @breach; font-size: 11px; }
QLabel[look="strong"] { font-weight: 600; }
QLabel[look="score"] { font-size: 34px; font-weight: 600; }
QLabel[look="fault"] { color: @breach; font-size: 12px; }
QLabel[look="rule"] { color: @muted; font-size: 12px; }
QLabel[look="code"] { font-size: 14px; font-weight: 600; }
QLabel[look="kept"] { color: @raises; font-size: 12px; }

QLabel[tone] { border-radius: 4px; font-size: 12px; font-weight: 600; }
QLabel[tone="neutral"] { background: @sunken; color: @muted; }
QLabel[tone="accent"] { background: @accentSoft; color: @accent; }
QLabel[tone="raises"] { background: @raisesSoft; color: @raises; }
QLabel[tone="lowers"] { background: @lowersSoft; color: @lowers; }
QLabel[tone="warning"] { background: @warningSoft; color: @warning; }
QLabel[tone="breach"] { background: @breachSoft; color: @breach; }

QPushButton { background: @surface; border: 1px solid @outline; border-radius: 6px; padding: 0 12px; min-height: 28px; }
QPushButton:hover { background: @sunken; }
QPushButton:pressed { background: @accentSoft; }
QPushButton:focus { border: 2px solid @accent; padding: 0 11px; min-height: 26px; }
QPushButton:disabled { color: @muted; border-color: @line; background: @surface; }
QPushButton[primary="true"] { background: @accent; color: @onAccent; border-color: @accent; font-weight: 600; }
QPushButton[primary="true"]:focus { border: 2px solid @text; }
QPushButton[primary="true"]:disabled { background: @sunken; color: @muted; border-color: @line; }
QPushButton[danger="true"] { color: @breach; border-color: @breach; font-weight: 600; }
QPushButton[danger="true"]:hover { background: @breachSoft; }
QPushButton[flat="true"] { background: transparent; border: 1px solid transparent; color: @accent; padding: 0 4px; }
QPushButton[flat="true"]:hover { text-decoration: underline; }
QPushButton[flat="true"]:focus { border: 2px solid @accent; padding: 0 3px; }
QPushButton[flat="true"]:disabled { color: @muted; }
QPushButton[chip="true"] { border-radius: 13px; padding: 0 12px; min-height: 24px; color: @muted; }
QPushButton[chip="true"]:checked { background: @accentSoft; border-color: @accent; color: @accent; font-weight: 600; }
QPushButton[chip="true"]:focus { border: 2px solid @accent; padding: 0 11px; min-height: 22px; }
QPushButton::menu-indicator { image: none; width: 0; }
QPushButton[choice="true"] { text-align: left; }
QPushButton[choice="true"]:checked { background: @accentSoft; border-color: @accent; color: @accent; }
QPushButton[side="true"] { text-align: left; border: 1px solid transparent; background: transparent; min-height: 30px; }
QPushButton[side="true"]:hover { background: @sunken; }
QPushButton[side="true"]:checked { background: @accentSoft; color: @accent; font-weight: 600; }
QPushButton[side="true"]:focus { border: 2px solid @accent; }
QPushButton[search="true"] { text-align: left; background: @sunken; color: @muted; }

QLineEdit, QPlainTextEdit, QSpinBox, QDoubleSpinBox, QComboBox, QDateEdit {
  background: @sunken; border: 1px solid @outline; border-radius: 6px; padding: 0 9px; min-height: 28px;
  selection-background-color: @accent; selection-color: @onAccent; }
QPlainTextEdit { padding: 6px 7px; }
QLineEdit:focus, QPlainTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus, QDateEdit:focus {
  border: 2px solid @accent; padding: 0 8px; min-height: 26px; }
QPlainTextEdit:focus { padding: 5px 6px; }
QLineEdit[fault="true"], QPlainTextEdit[fault="true"], QSpinBox[fault="true"], QDoubleSpinBox[fault="true"],
QComboBox[fault="true"], QDateEdit[fault="true"] { border-color: @breach; }
QLineEdit:disabled, QPlainTextEdit:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled, QComboBox:disabled { color: @muted; border-color: @line; }
QComboBox::drop-down, QDateEdit::drop-down { border: none; width: 22px; }
QComboBox QAbstractItemView { background: @surface; border: 1px solid @outline; selection-background-color: @accentSoft; selection-color: @text; }
QCheckBox { spacing: 8px; }
QCheckBox:focus { color: @accent; }
QCheckBox::indicator { width: 14px; height: 14px; border: 1px solid @outline; border-radius: 3px; background: @sunken; }
QCheckBox::indicator:checked { background: @accent; border-color: @accent; }

QTableView, QListView { background: @surface; border: none; outline: none; gridline-color: @line; selection-background-color: @accentSoft;
  selection-color: @text; }
QHeaderView { background: @surface; border: none; }
QHeaderView::section { background: @surface; color: @muted; font-size: 11px; font-weight: 600; border: none; border-bottom: 1px solid @line;
  padding: 7px 8px; }
QTableCornerButton::section { background: @surface; border: none; }

QTabBar { background: transparent; }
QTabBar::tab { background: transparent; color: @text; padding: 9px 10px; margin-right: 6px; border: none; border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: @accent; border-bottom: 2px solid @accent; font-weight: 600; }
QTabBar::tab:focus { color: @accent; }
QTabWidget::pane { border: none; border-top: 1px solid @line; }

QScrollArea, QScrollArea > QWidget > QWidget[look="page"] { background: @background; border: none; }
QFrame[card="true"] QScrollArea, QScrollArea > QWidget > QWidget[look="form"] { background: @surface; border: none; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: @outline; border-radius: 4px; min-height: 30px; min-width: 30px; margin: 1px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: transparent; }
QMenu { background: @surface; border: 1px solid @outline; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 4px; }
QMenu::item:selected { background: @accentSoft; }
QMenu::separator { height: 1px; background: @line; margin: 4px 8px; }
)";

struct Token {
    const char *name;
    QColor Theme::*colour;
};

// A name that begins with another one stands before it.
constexpr std::array kTokens{
    Token{"@background", &Theme::background}, Token{"@surface", &Theme::surface},
    Token{"@sunken", &Theme::sunken},         Token{"@line", &Theme::line},
    Token{"@outline", &Theme::outline},       Token{"@text", &Theme::text},
    Token{"@muted", &Theme::muted},           Token{"@accentSoft", &Theme::accentSoft},
    Token{"@accent", &Theme::accent},         Token{"@onAccent", &Theme::onAccent},
    Token{"@raisesSoft", &Theme::raisesSoft}, Token{"@raises", &Theme::raises},
    Token{"@lowersSoft", &Theme::lowersSoft}, Token{"@lowers", &Theme::lowers},
    Token{"@warningSoft", &Theme::warningSoft}, Token{"@warning", &Theme::warning},
    Token{"@breachSoft", &Theme::breachSoft}, Token{"@breach", &Theme::breach},
};

} // namespace

QString styleSheetOf(const Theme &theme)
{
    QString sheet = QString::fromLatin1(kSheet);
    for (const Token &token : kTokens)
        sheet.replace(QLatin1String(token.name), (theme.*token.colour).name());
    return sheet;
}

} // namespace countersign
