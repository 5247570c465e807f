"""The headless verbs; never imports Qt."""
