"""Reports for people: what they say as blocks, made once and set by each kind of file."""
