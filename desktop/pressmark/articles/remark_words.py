"""The words for what is remarked on while articles are read: written once, for both faces.

Whoever reads a kind of file adds a line for each code it remarks with. `{n}` stands for the count,
`{fact}` for the fact. The window gives its own ways to translate; without them words are English.
"""

from collections.abc import Callable, Mapping

from pressmark.articles.extract import Remark
from pressmark.phrases import phrase, phrases

Words = str | tuple[str, str]
"""A phrase, or the two forms of one that counts."""

WORDS: Mapping[str, Words] = {
    "boilerplate-left-out": phrases(
        "{n} stretch that is not the article was left out; it is in the original.",
        "{n} stretches that are not the article were left out; they are in the original.",
    ),
    "guessed-columns": phrase("The columns were guessed by their names: {fact}."),
    "hidden-text": phrases(
        "{n} stretch is hidden in the file; it is dimmed here.",
        "{n} stretches are hidden in the file; they are dimmed here.",
    ),
    "left-out-attached": phrases(
        "A picture, sound or film that goes with it was left out ({fact}).",
        "{n} pictures, sounds or films that go with it were left out ({fact}).",
    ),
    "left-out-attachment": phrases(
        "An attachment was left out: {fact}.", "{n} attachments were left out: {fact}."
    ),
    "left-out-comments": phrases(
        "{n} comment in the margin was left out.", "{n} comments in the margin were left out."
    ),
    "left-out-headers": phrases(
        "{n} header or footer of pages was left out.",
        "{n} headers and footers of pages were left out.",
    ),
    "left-out-macros": phrase("The file has macros; they were left out, and nothing ran."),
    "left-out-navigation": phrases(
        "{n} table of contents was left out.", "{n} tables of contents were left out."
    ),
    "left-out-objects": phrases(
        "{n} embedded object was left out.", "{n} embedded objects were left out."
    ),
    "left-out-parts": phrases(
        "{n} file that is embedded as text was left out.",
        "{n} files that are embedded as text were left out.",
    ),
    "left-out-pictures": phrases("{n} picture was left out.", "{n} pictures were left out."),
    "left-out-summary": phrase("A summary beside the text was left out: {fact}."),
    "left-out-readings": phrases(
        "{n} reading aid over words was left out.", "{n} reading aids over words were left out."
    ),
    "left-out-tables": phrases("{n} table was left out.", "{n} tables were left out."),
    "low-confidence": phrase(
        "What is the article here was hard to tell; look at it beside the original."
    ),
    "mended": phrase("The file has faults; what they spoil may be missing."),
    "scanned-pages": phrases(
        "{n} page is a picture without text: {fact}.",
        "{n} pages are pictures without text: {fact}.",
    ),
    "teaser": phrase("This looks like the beginning of an article only."),
    "tracked-changes": phrases(
        "{n} tracked change was taken as accepted.", "{n} tracked changes were taken as accepted."
    ),
    "unread-date": phrase("When it was published is written in a way that is not known: {fact}."),
}


def remark_sentence(
    remark: Remark,
    translated: Callable[[str], str] = phrase,
    counted: Callable[[str, str, int], str] | None = None,
) -> str:
    """Return the sentence for a remark; `translated` and `counted` are the face's own.

    The fact comes from a file: whoever prints the sentence escapes it.
    """
    words = WORDS.get(remark.code)
    if words is None:
        told = f"{remark.code}: {{fact}}"
    elif isinstance(words, str):
        told = translated(words)
    else:
        told = (counted or _english)(*words, remark.count)
    return told.replace("{n}", str(remark.count)).replace("{fact}", remark.fact)


def _english(one: str, many: str, count: int) -> str:
    return (one if count == 1 else many).replace("{n}", f"{count:,}")
