"""The Qt palette of a theme, for all that the style sheet leaves to the Fusion style."""

from PySide6.QtGui import QPalette

from pressmark.ui.theme.themes import Theme


def make_palette(theme: Theme) -> QPalette:
    """Return the palette of `theme` for active, inactive and disabled widgets."""
    palette = QPalette()
    for role, token in _ROLES.items():
        palette.setColor(role, getattr(theme.colours, token))
    for role in _TEXT_ROLES:
        palette.setColor(QPalette.ColorGroup.Disabled, role, theme.colours.faint)
    return palette


_Role = QPalette.ColorRole
_TEXT_ROLES = (_Role.WindowText, _Role.Text, _Role.ButtonText, _Role.HighlightedText)
_ROLES = {
    _Role.Window: "panel",
    _Role.WindowText: "ink",
    _Role.Base: "paper",
    _Role.AlternateBase: "panel",
    _Role.Text: "ink",
    _Role.PlaceholderText: "muted",
    _Role.Button: "field",
    _Role.ButtonText: "ink",
    _Role.BrightText: "danger",
    _Role.Highlight: "selection",
    _Role.HighlightedText: "ink",
    _Role.Accent: "accent",
    _Role.Link: "accent",
    _Role.LinkVisited: "accent",
    _Role.ToolTipBase: "paper",
    _Role.ToolTipText: "ink",
    # Fusion derives bevels and grooves from these; near the panel they all but vanish.
    _Role.Light: "paper",
    _Role.Midlight: "hovered",
    _Role.Mid: "hairline",
    _Role.Dark: "outline",
    _Role.Shadow: "outline",
}
