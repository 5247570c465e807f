"""What there is to say of an annotation set that comes in, in the words of the window."""

from collections import Counter
from collections.abc import Iterator, Mapping

from pressmark.formats.format import ReadSet, Remark
from pressmark.ui.words import counted, phrases, translated
from pressmark.ui.words import phrase as _t

_COUNTED: Mapping[str, tuple[str, str]] = {
    "predictions": phrases(
        "{n} prediction is left out: nobody has accepted it.",
        "{n} predictions are left out: nobody has accepted them.",
    ),
    "rejected": phrases("{n} rejected answer is left out.", "{n} rejected answers are left out."),
    "ignored": phrases(
        "{n} answer that was passed over is left out.",
        "{n} answers that were passed over are left out.",
    ),
    "not-text": phrases(
        "{n} result that tags no stretch of text is left out.",
        "{n} results that tag no stretch of text are left out.",
    ),
    "no-article": phrases(
        "{n} annotation is left out: import its article first.",
        "{n} annotations are left out: import their articles first.",
    ),
    "no-place": phrases(
        "{n} coding or link of something else than an annotation is left out.",
        "{n} codings or links of other things than annotations are left out.",
    ),
    "twice-in-set": phrases(
        "{n} article is in the set twice; the first one counts.",
        "{n} articles are in the set twice; the first ones count.",
    ),
    "end-missing": phrases(
        "{n} relation is left out: it lacks an end.",
        "{n} relations are left out: they lack an end.",
    ),
    "to-itself": phrases(
        "{n} relation is left out: it joins an annotation to itself.",
        "{n} relations are left out: they join an annotation to itself.",
    ),
    "far-relation": phrases(
        "{n} relation leads into another article, which its type does not allow.",
        "{n} relations lead into other articles, which their types do not allow.",
    ),
    "older": phrases(
        "{n} annotation stays as it is: it was changed here since.",
        "{n} annotations stay as they are: they were changed here since.",
    ),
    "new-id": phrases("{n} article has another id here.", "{n} articles have another id here."),
    "same-text": phrases(
        "{n} article has the same text as another.", "{n} articles have the same text as another."
    ),
    "found-again": phrases(
        "{n} stretch stood elsewhere than the file says; its words told where.",
        "{n} stretches stood elsewhere than the file says; their words told where.",
    ),
    "widened": phrases(
        "{n} stretch cut a character, and has all of it here.",
        "{n} stretches cut a character, and have all of it here.",
    ),
}
_NUMBERED = frozenset(
    {
        *("predictions", "rejected", "ignored", "not-text", "no-article", "no-place"),
        *("found-again", "widened"),
    }
)
"""Those that say a number themselves; the others are counted."""
_SHOWN_BY = {
    "quotes": _t("The words that the file quotes show that its offsets count {what}."),
    "borders": _t("Where words end shows that the offsets of the file count {what}."),
}
_UNSURE = _t(
    "Nothing shows what the offsets of the file count; {what} was taken. Look at some annotations."
)


def new_labels(found: ReadSet) -> list[str]:
    """Return the labels of a set that the project lacks."""
    return [one.what for one in found.warnings if one.code == "new-label"]


def remark_lines(found: ReadSet) -> Iterator[str]:
    """Yield what is to be known of a set, a sentence each.

    New labels, and the ways to read offsets, are shown otherwise.
    """
    shown = {"new-label", *(("counting-unsure",) if found.readings else ())}
    remarks = [one for one in (*found.skipped, *found.warnings) if one.code not in shown]
    counts: Counter[str] = Counter()
    for one in remarks:
        counts[one.code] += int(one.what) if one.code in _NUMBERED else 1
    yield from (line for one in remarks if (line := _counting(one)))
    for code, count in counts.items():
        if code in _COUNTED:
            yield counted(*_COUNTED[code], count)


def _counting(remark: Remark) -> str:
    if remark.code == "counting-unsure":
        return translated(_UNSURE).replace("{what}", remark.what)
    if remark.code == "counting":
        words = _SHOWN_BY.get(remark.fact, _SHOWN_BY["quotes"])
        return translated(words).replace("{what}", remark.what)
    return ""
