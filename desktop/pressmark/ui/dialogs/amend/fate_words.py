"""What becomes of an annotation, in words."""

from pressmark.edits.amending import Fate
from pressmark.model.annotation import Annotation
from pressmark.model.label_set import Label
from pressmark.ui.panels.words import one_line
from pressmark.ui.words import translated as _tr

_AROUND = 16
"""Code points shown before and after what differs."""
_LONGEST = 90


def kind_words(fate: Fate, *, is_version: bool) -> str:
    """Return what becomes of it, in a word or a few."""
    lost = _tr("not copied") if is_version else _tr("stays with the earlier text")
    return {
        "same": _tr("as it was"),
        "moved": _tr("moved"),
        "reworded": _tr("reworded"),
        "lost": lost,
    }[fate.kind]


def fate_words(fate: Fate, label: Label) -> str:
    """Return the words of the annotation; where they differ, those before and after."""
    was = _words(fate.before)
    if fate.after is None:
        return _cut(was)
    now = _words(fate.after)
    told = _cut(was) if was == now else " → ".join(_differing(was, now))
    dropped = [_title(label, name) for name in fate.dropped]
    if dropped:
        told += " · " + _tr("without {attributes}").format(attributes=", ".join(dropped))
    return told


def _words(annotation: Annotation) -> str:
    return one_line(" … ".join(annotation.text))


def _title(label: Label, name: str) -> str:
    declared = label.attribute(name)
    return declared.title.lower() if declared else name


def _differing(was: str, now: str) -> tuple[str, str]:
    """Return the parts of two wordings that differ, with a little of what they share around."""
    shortest = min(len(was), len(now))
    head = 0
    while head < shortest and was[head] == now[head]:
        head += 1
    tail = 0
    while tail < shortest - head and was[-1 - tail] == now[-1 - tail]:
        tail += 1
    start = _word_start(was, max(0, head - _AROUND))
    return _part(was, start, tail), _part(now, start, tail)


def _word_start(text: str, at: int) -> int:
    return text.rfind(" ", 0, at) + 1


def _part(text: str, start: int, tail: int) -> str:
    end = len(text) - max(0, tail - _AROUND)
    if end < len(text):
        end = text.find(" ", end) if text.find(" ", end) >= 0 else len(text)
    part = _cut(text[start:end])
    return f"{'…' if start else ''}{part}{'…' if end < len(text) else ''}"


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
