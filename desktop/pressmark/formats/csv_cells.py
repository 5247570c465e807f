"""Cells of a CSV table that no spreadsheet takes for a formula, and the same back again."""

DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
"""What a cell may not begin with in a spreadsheet."""


def disarmed(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.lstrip("'").startswith(DANGEROUS) else cell


def armed(cell: str) -> str:
    """Return what a cell was before it was disarmed."""
    return cell[1:] if cell.startswith("'") and disarmed(cell[1:]) == cell else cell
