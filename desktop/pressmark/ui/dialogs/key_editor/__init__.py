"""Choosing which keys do what."""
