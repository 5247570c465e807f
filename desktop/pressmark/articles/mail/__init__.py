"""Mail to articles: its own text, who wrote it when, what was attached."""
