"""Editing a label set: labels, attributes, relation types, and what becomes of what is in use."""
