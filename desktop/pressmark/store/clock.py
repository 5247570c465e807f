"""The one clock."""

from datetime import UTC, datetime


def now() -> str:
    """Return the time as ISO 8601 in UTC, to the second: "2026-11-22T12:04:05Z"."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def arriving(time: str, before: int) -> str:
    """Return when something came in that others, `before` in number, came in before.

    What comes in within one second keeps its order by microseconds that count them.
    """
    second, _, counted = time.removesuffix("Z").partition(".")
    return f"{second}.{min(int(counted or 0) + before, 999_999):06d}Z"
