"""A tour of five steps, beside the real things and by really doing them."""
