"""What was done, when and by whom: steps as rows, and taking one back."""
