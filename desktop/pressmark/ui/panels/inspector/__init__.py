"""The inspector: all that is known of the active annotation, or of its article, and editable."""
