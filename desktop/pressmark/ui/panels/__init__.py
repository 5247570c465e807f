"""What stands around the article: lists, the label bar, the inspector, the status line."""
