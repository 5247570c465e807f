"""Finding in the article and in the project: what is asked, where it stands, tagging it all."""
