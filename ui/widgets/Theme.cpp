#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QFont>
#include <QPalette>
#include <QStyleFactory>

namespace countersign {

namespace {

const Theme kLight{ThemeKind::Light,
                   "#F4F5F7", "#FFFFFF", "#F3F4F6", "#E2E5EA", "#848D9C", "#18202B", "#5D6878",
                   "#2F5BD7", "#E8EDFC", "#FFFFFF",
                   "#0A756B", "#DDF1EE", "#A94B16", "#FBE7DC",
                   "#8A5B00", "#FFF1D0", "#B3261E", "#FCE4E2"};
const Theme kDark{ThemeKind::Dark,
                  "#12161C", "#1A2029", "#11151B", "#2B3441", "#6B788A", "#E7EBF1", "#9AA6B6",
                  "#8CA8FF", "#243052", "#10151D",
                  "#4CC9BA", "#15352F", "#F0A070", "#3D2514",
                  "#F0C060", "#3A2F14", "#FF8A80", "#42201E"};

const Theme *s_current = &kLight;

QPalette paletteOf(const Theme &theme)
{
    QPalette palette;
    palette.setColor(QPalette::Window, theme.background);
    palette.setColor(QPalette::WindowText, theme.text);
    palette.setColor(QPalette::Base, theme.surface);
    palette.setColor(QPalette::AlternateBase, theme.background);
    palette.setColor(QPalette::Text, theme.text);
    palette.setColor(QPalette::PlaceholderText, theme.muted);
    palette.setColor(QPalette::Button, theme.surface);
    palette.setColor(QPalette::ButtonText, theme.text);
    palette.setColor(QPalette::Highlight, theme.accent);
    palette.setColor(QPalette::HighlightedText, theme.onAccent);
    palette.setColor(QPalette::ToolTipBase, theme.surface);
    palette.setColor(QPalette::ToolTipText, theme.text);
    palette.setColor(QPalette::Link, theme.accent);
    palette.setColor(QPalette::Mid, theme.line);
    palette.setColor(QPalette::Dark, theme.outline);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, theme.muted);
    return palette;
}

} // namespace

const Theme &Theme::current()
{
    return *s_current;
}

const Theme &Theme::of(ThemeKind kind)
{
    return kind == ThemeKind::Dark ? kDark : kLight;
}

void Theme::apply(QApplication &application, ThemeKind kind)
{
    s_current = &of(kind);
    application.setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QFont font(QStringLiteral("Inter"));
    font.setStyleHint(QFont::SansSerif);
    font.setPixelSize(measure::kText);
    application.setFont(font);
    application.setPalette(paletteOf(*s_current));
    application.setStyleSheet(styleSheetOf(*s_current));
}

ThemeKind Theme::preferred()
{
    const QPalette palette = QApplication::palette();
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness() ? ThemeKind::Dark
                                                                                                        : ThemeKind::Light;
}

} // namespace countersign
