"""The overview: figures drawn in the label marks, to be looked at, asked about and saved."""
