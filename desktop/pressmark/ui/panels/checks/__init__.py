"""What is worth a look in the project: a list that leads there, and mends what can be mended."""
