"""The one clock."""

from datetime import UTC, datetime


def now() -> str:
    """Return the time as ISO 8601 in UTC, to the second: "2026-11-22T12:04:05Z"."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
