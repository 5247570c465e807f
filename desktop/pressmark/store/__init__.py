"""Bytes on disk: project file, journal, lock, settings."""
