"""Tables of articles: CSV, spreadsheets, JSON; which column holds which field, and each row."""
