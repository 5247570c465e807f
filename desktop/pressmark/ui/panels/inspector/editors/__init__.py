"""Editors of attributes: one for each kind that a label set can declare."""
