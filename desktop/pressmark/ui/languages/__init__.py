"""The languages of the interface: catalogues of words, and who asks them."""
