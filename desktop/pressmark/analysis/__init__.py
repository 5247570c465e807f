"""Questions about a project: find, count, check, compare. Pure functions."""
