"""The dialog in which an article gets another text."""
