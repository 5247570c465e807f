"""The few dialogs: for files, and for what must be decided before something is written."""
