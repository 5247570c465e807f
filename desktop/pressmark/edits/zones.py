"""Taking stretches of an article in and out of its zones."""

from dataclasses import replace

from pressmark.model.article import Zone
from pressmark.model.span import Span


def toggled(zones: tuple[Zone, ...], stretch: Span, kind: str) -> tuple[Zone, ...]:
    """Return `zones` without `stretch` where it lies wholly in one, else with it as of `kind`.

    What is left of a zone on either side stays; a stretch that is added takes up the zones it
    overlaps or touches that are of its kind, and cuts others back.
    """
    if any(zone.span.contains(stretch) for zone in zones):
        return content(zones, stretch)
    start, end = stretch
    for zone in zones:
        if zone.kind == kind and zone.start <= end and start <= zone.end:
            start, end = min(start, zone.start), max(end, zone.end)
    grown = Zone(start=start, end=end, kind=kind)
    others = content(zones, Span(start, end))
    return tuple(sorted((*others, grown), key=lambda zone: zone.start))


def content(zones: tuple[Zone, ...], stretch: Span) -> tuple[Zone, ...]:
    """Return `zones` without `stretch`; what is left of one on either side stays."""
    left: list[Zone] = []
    for zone in zones:
        if not zone.span.overlaps(stretch):
            left.append(zone)
            continue
        if zone.start < stretch.start:
            left.append(replace(zone, end=stretch.start))
        if stretch.end < zone.end:
            left.append(replace(zone, start=stretch.end))
    return tuple(left)
