"""Pressmark: read news articles and tag what the text says."""

__version__ = "0.1.0"
