"""The help pages in a window beside the work."""
