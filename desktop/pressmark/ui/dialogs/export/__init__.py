"""The export dialog: what to write, what goes in, what would be lost, and where."""
