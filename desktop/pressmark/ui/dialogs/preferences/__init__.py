"""Choosing settings: all of them in one dialog, made from their declarations."""
