"""schema.org: claims as JSON-LD, with who makes them and where they appear."""

from collections.abc import Iterator

from pressmark.formats.domain.one_label import Found, annotations_of, names_of, others_lost
from pressmark.formats.format import Format, NoOptions
from pressmark.formats.json_documents import ascii_line
from pressmark.formats.selection import Selection
from pressmark.formats.web_urls import web_url
from pressmark.model.article import ArticleHead
from pressmark.model.json import Json

_CLAIM = "claim"
_CONTEXT: Json = ["https://schema.org", {"pressmark": "urn:pressmark:"}]
_OWN = ("factuality", "reporter_stance", "verifiability", "kind", "information_grade")
"""What schema.org has no word for, under ids of attributes."""


def _write(selection: Selection, options: NoOptions) -> Iterator[bytes]:
    """Yield one document, its graph claim by claim."""
    del options
    annotators = {key: one.name for key, one in selection.annotators_by_id().items()}
    yield b'{"@context": ' + ascii_line(_CONTEXT) + b',"@graph": [\n'
    between = b""
    for article in selection.opened():
        for found in annotations_of(_CLAIM, article):
            yield between + ascii_line(_claim(selection, found, annotators))
            between = b","
    yield b"]}\n"


def _claim(selection: Selection, found: Found, annotators: dict[str, str]) -> Json:
    one, project = found.annotation, selection.project
    claimants: list[Json] = [
        {"@type": "Thing", "name": name} for name in names_of(project, found.anchors("claimant"))
    ]
    known: dict[str, Json] = {
        "@type": "Claim",
        "@id": f"urn:pressmark:{project.id}:{one.id}",
        "name": found.words("summary"),
        "text": found.text,
        "author": claimants,
        "temporal": found.words("event_date"),
        "appearance": _appearance(found.article.head),
        "claimInterpreter": {"@type": "Person", "name": annotators.get(one.annotator)},
        **{f"pressmark:{name}": found.words(name) for name in _OWN},
    }
    return _told(known)


def _appearance(head: ArticleHead) -> Json:
    publisher: Json = {"@type": "Organization", "name": head.source} if head.source else None
    return _told({
        "@type": "NewsArticle",
        "identifier": head.id,
        "headline": head.title,
        "url": web_url(head.url),
        "author": {"@type": "Person", "name": head.byline} if head.byline else None,
        "publisher": publisher,
        "datePublished": head.published,
        "inLanguage": head.language,
    })  # fmt: skip


def _told(known: dict[str, Json]) -> dict[str, Json]:
    """Return what is known of all there could be."""
    return {key: value for key, value in known.items() if value not in (None, [], "")}


CLAIMREVIEW = Format(
    id="claimreview",
    name="schema.org claims",
    about="Claims as JSON-LD, as fact checkers publish them: who claims what, and where.",
    suffix=".jsonld",
    group="exchange",
    holds=frozenset({"overlap", "fragments", "annotators"}),
    options=NoOptions,
    write=_write,
    find_lost=others_lost(_CLAIM),
)
