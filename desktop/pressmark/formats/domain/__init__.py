"""What other trades make of annotations: sanctions, claims and quotes in words of their own."""
