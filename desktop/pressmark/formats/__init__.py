"""Annotation sets in and out, and reports: one file each."""
