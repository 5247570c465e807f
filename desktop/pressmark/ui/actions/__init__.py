"""The table of everything that a menu or a key can do: one file for each menu."""
