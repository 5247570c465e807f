"""Web pages: saved alone, in one file with their parts, or as a piece on the clipboard."""
