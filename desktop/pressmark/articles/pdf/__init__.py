"""PDF to articles: what is drawn where, put back into the lines and paragraphs it was set from."""
