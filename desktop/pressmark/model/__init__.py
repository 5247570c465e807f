"""What the words of the domain mean: immutable values that know no file, no clock, no window."""
