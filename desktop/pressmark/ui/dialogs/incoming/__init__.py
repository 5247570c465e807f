"""Before an annotation set comes in: what it is, what becomes of its labels, what stays out."""
