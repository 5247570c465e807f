"""The article view: the frozen text with its annotations, and everything done right in it."""
