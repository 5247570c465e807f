"""Foreign article files to frozen text."""
