"""The words for what is remarked on while articles are read: written once, for both faces.

Whoever reads a kind of file adds a line for each code it remarks with. `{n}` stands for the count,
`{fact}` for the fact. The window gives its own ways to translate; without them words are English.
"""

import re
from collections.abc import Callable, Mapping

from pressmark.articles.extract import Remark
from pressmark.articles.tables.headers import FIELD_WORDS
from pressmark.phrases import phrase, phrases

Words = str | tuple[str, str]
"""A phrase, or the two forms of one that counts."""

WORDS: Mapping[str, Words] = {
    "boilerplate-left-out": phrases(
        "{n} stretch that is no part of the article, such as a menu or links, did not come along; "
        "the original has it.",
        "{n} stretches that are no part of the article, such as menus or links, did not come "
        "along; the original has them.",
    ),
    "broken-pages": phrases(
        "{n} page could not be read: {fact}.", "{n} pages could not be read: {fact}."
    ),
    "cut-cell": phrase("Its text fills a cell to the brim: it was cut when the table was saved."),
    "cut-off": phrase("The file ends in the middle; what came before that was taken."),
    "disguised-links": phrases(
        "{n} link shows another address than the one that it leads to: {fact}.",
        "{n} links show other addresses than those that they lead to: {fact}.",
    ),
    "dynamic-form": phrase(
        "It is a form that only Adobe’s programs show; what came in is what it says to others."
    ),
    "guessed-columns": phrase("The columns were guessed by their names: {fact}."),
    "hidden-columns": phrases(
        "{n} column is hidden in the table: {fact}.", "{n} columns are hidden in the table: {fact}."
    ),
    "hidden-row": phrase("Its row is hidden in the table."),
    "hidden-text": phrases(
        "{n} stretch is hidden in the file; it is dimmed here.",
        "{n} stretches are hidden in the file; they are dimmed here.",
    ),
    "joined-words": phrases(
        "{n} word that was broken at the end of a line was put together.",
        "{n} words that were broken at the end of a line were put together.",
    ),
    "left-out-attached": phrases(
        "A picture, sound or film that goes with it was left out ({fact}).",
        "{n} pictures, sounds or films that go with it were left out ({fact}).",
    ),
    "left-out-attachment": phrases(
        "An attachment was left out: {fact}.", "{n} attachments were left out: {fact}."
    ),
    "left-out-chapters": phrases(
        "{n} chapter is missing or damaged.", "{n} chapters are missing or damaged."
    ),
    "left-out-choices": phrases(
        "What stands in {n} field of a form was left out: {fact}.",
        "What stands in {n} fields of forms was left out: {fact}.",
    ),
    "left-out-comments": phrases(
        "{n} comment in the margin was left out.", "{n} comments in the margin were left out."
    ),
    "left-out-described": phrases(
        "{n} picture was left out; it is described as: {fact}.",
        "{n} pictures were left out; they are described as: {fact}.",
    ),
    "left-out-equations": phrases("{n} equation was left out.", "{n} equations were left out."),
    "left-out-headers": phrases(
        "{n} header or footer of pages was left out.",
        "{n} headers and footers of pages were left out.",
    ),
    "left-out-html": phrase("The mail has its text as HTML, too; the plain text was taken."),
    "left-out-invitations": phrases(
        "An invitation was left out: {fact}.", "{n} invitations were left out: {fact}."
    ),
    "left-out-links": phrases(
        "{n} link leads to another site, and its address is not in the text: {fact}.",
        "{n} links lead to other sites, and their addresses are not in the text: {fact}.",
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
    "left-out-cells": phrases(
        "{n} cell of its row is under no header, and was left out: {fact}.",
        "{n} cells of its row are under no header, and were left out: {fact}.",
    ),
    "left-out-columns": phrases(
        "{n} column was left out: {fact}.", "{n} columns were left out: {fact}."
    ),
    "left-out-files": phrases(
        "{n} file that holds no article was left out: {fact}.",
        "{n} files that hold no article were left out: {fact}.",
    ),
    "left-out-page-files": phrases(
        "{n} file that belongs to a saved page was left out: {fact}.",
        "{n} files that belong to saved pages were left out: {fact}.",
    ),
    "left-out-pictures": phrases("{n} picture was left out.", "{n} pictures were left out."),
    "left-out-plain": phrase(
        "The mail has a plain text, too, which says less; the HTML was taken."
    ),
    "left-out-records": phrases(
        "{n} record that is no page was left out: {fact}.",
        "{n} records that are no pages were left out: {fact}.",
    ),
    "left-out-rows": phrases(
        "{n} row above the header was left out.", "{n} rows above the header were left out."
    ),
    "left-out-scripts": phrases(
        "{n} script was left out; nothing of it ran.",
        "{n} scripts were left out; nothing of them ran.",
    ),
    "left-out-sheets": phrases(
        "{n} hidden sheet was left out: {fact}.", "{n} hidden sheets were left out: {fact}."
    ),
    "left-out-summary": phrase("A summary beside the text was left out: {fact}."),
    "left-out-tables": phrases("{n} table was left out.", "{n} tables were left out."),
    "low-confidence": phrase(
        "What is the article here was hard to tell; look at it beside the original."
    ),
    "markup-taken-off": phrase("Its text was HTML, of which the words were taken."),
    "mended": phrase("The file has faults; what they spoil may be missing."),
    "merged-cells": phrases(
        "{n} group of merged cells counts for the first of its cells only.",
        "{n} groups of merged cells count for the first of their cells only.",
    ),
    "not-calculated": phrases(
        "{n} cell is a formula without its result, and counts as empty.",
        "{n} cells are formulas without their results, and count as empty.",
    ),
    "open-quote": phrase("A quotation mark is never closed; rows may have run together."),
    "recognised-pages": phrases(
        "The text of {n} page was read from a scan by a machine, and may have mistakes: {fact}.",
        "The text of {n} pages was read from scans by a machine, and may have mistakes: {fact}.",
    ),
    "remote-pictures": phrases(
        "{n} picture of the mail is on the web, and was not fetched ({fact}).",
        "{n} pictures of the mail are on the web, and were not fetched ({fact}).",
    ),
    "repeated-key": phrase("A key stands there twice, and the last one counts: {fact}."),
    "saved-on": phrase("It was saved from the web on {fact}."),
    "scanned-pages": phrases(
        "{n} page is a picture without text: {fact}.",
        "{n} pages are pictures without text: {fact}.",
    ),
    "short-row": phrase("Its row has fewer cells than the header."),
    "stray-nuls": phrases(
        "{n} character of the file is a zero byte, and stands here as �.",
        "{n} characters of the file are zero bytes, and stand here as �.",
    ),
    "teaser": phrase("This looks like the beginning of an article only."),
    "tracked-changes": phrases(
        "{n} tracked change was taken as accepted.", "{n} tracked changes were taken as accepted."
    ),
    "unchecked-signature": phrase("The mail is signed; the signature was not checked."),
    "unread-date": phrase("When it was published is written in a way that is not known: {fact}."),
    "unread-language": phrase("Its language is no language tag, and was left out: {fact}."),
    "unread-styles": phrase(
        "Its style sheets are too long to be followed; what they hide may stand here as text."
    ),
}

_FIELD = re.compile(rf"((?:^|, ))({'|'.join(FIELD_WORDS)})(?= = )")

OF_THE_WHOLE = frozenset(
    {
        *("guessed-columns", "hidden-columns", "left-out-columns", "left-out-files"),
        *("left-out-page-files", "left-out-records", "left-out-rows", "left-out-sheets"),
        *("mended", "merged-cells", "not-calculated", "open-quote"),
    }
)
"""Codes of remarks on a file of many articles, which stand with one of them."""


def remark_sentence(
    remark: Remark,
    translated: Callable[[str], str] = phrase,
    counted: Callable[[str, str, int], str] | None = None,
) -> str:
    """Return the sentence for a remark; `translated` and `counted` are the face's own.

    The fact comes from a file: whoever prints the sentence escapes it.
    """
    words, fact = WORDS.get(remark.code), remark.fact
    if remark.code == "guessed-columns":
        fact = _FIELD.sub(lambda field: field[1] + translated(FIELD_WORDS[field[2]]), fact)
    if words is None:
        told = f"{remark.code}: {{fact}}"
    elif isinstance(words, str):
        told = translated(words)
    else:
        told = (counted or _english)(*words, remark.count)
    return told.replace("{n}", str(remark.count)).replace("{fact}", fact)


def _english(one: str, many: str, count: int) -> str:
    return (one if count == 1 else many).replace("{n}", f"{count:,}")
