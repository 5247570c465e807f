"""How the window looks: colours, marks, type and icons, in a light and a dark theme."""
