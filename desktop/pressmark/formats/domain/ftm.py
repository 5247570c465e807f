"""FollowTheMoney: sanctions as entities, with the words of the article as their evidence.

Whom they are against stands before them, and behind them the article, documented to be about those.
"""

import hashlib
from collections.abc import Iterable, Iterator

from pressmark.formats.domain.one_label import Found, annotations_of, names_of, others_lost
from pressmark.formats.format import Format, NoOptions
from pressmark.formats.json_documents import ascii_line
from pressmark.formats.selection import Selection
from pressmark.formats.web_urls import web_url
from pressmark.model.annotation import Annotation
from pressmark.model.article import ArticleHead
from pressmark.model.attribute import Anchor, anchors
from pressmark.model.json import Json
from pressmark.model.project import Project
from pressmark.model.records import Entity

_SCHEMATA = frozenset({
    "Airplane", "Asset", "Company", "LegalEntity", "Organization", "Person", "PublicBody",
    "Thing", "Vehicle", "Vessel",
})  # fmt: skip
_USUAL = "LegalEntity"
_SANCTION = "sanction"


def _write(selection: Selection, options: NoOptions) -> Iterator[bytes]:
    """Yield, article by article, entities that come up first, the sanctions, and the article."""
    del options
    project = selection.project
    told: set[str] = set()
    for article in selection.opened():
        lines: list[Json] = []
        about: list[str] = []
        for found in annotations_of(_SANCTION, article):
            targets = list(_targets(project, found))
            lines += (one for key, one in targets if key not in told)
            told |= {key for key, _ in targets}
            if targets:
                lines.append(_sanction(project, found, [key for key, _ in targets]))
                about += (key for key, _ in targets)
        lines += _documented(article.head, dict.fromkeys(about))
        yield b"".join(ascii_line(one) for one in lines)


def _targets(project: Project, found: Found) -> Iterator[tuple[str, Json]]:
    """Yield those whom a sanction is against, each with its id."""
    for anchor in found.anchors("target"):
        known = [project.entities[one] for one in anchor.entities if one in project.entities]
        for entity in known:
            yield entity.id, _entity(entity)
        words = " ".join((anchor.text or "").split())
        if words and not known:
            key = f"e-{hashlib.sha256(words.casefold().encode()).hexdigest()[:16]}"
            yield key, _record(key, _USUAL, {"name": [words]})


def _entity(entity: Entity) -> Json:
    schema = entity.type if entity.type in _SCHEMATA else _USUAL
    properties = {
        "name": [entity.name],
        "alias": list(entity.aliases),
        "country": [entity.country] if entity.country else [],
    }
    return _record(entity.id, schema or _USUAL, properties)


def _sanction(project: Project, found: Found, targets: list[str]) -> Json:
    head, annotation = found.article.head, found.annotation
    dates = {"listing_date": "listingDate", "effective_date": "startDate", "end_date": "endDate"}
    plain = {"programme": "program", "status": "status"}
    properties = {
        "entity": targets,
        "authority": names_of(project, found.anchors("issuer")),
        "provisions": _provisions(annotation),
        "reason": [
            " ".join(anchor.text.split()) for anchor in found.anchors("reason") if anchor.text
        ],
        "summary": [found.text],
        "description": [annotation.note] if annotation.note else [],
        "recordId": [annotation.id],
        "publisher": [head.source] if head.source else [],
        "sourceUrl": [url] if (url := web_url(head.url)) else [],
        "date": [head.published[:10]] if head.published else [],
    }
    for attribute, name in (dates | plain).items():
        value = found.words(attribute)
        properties[name] = [value] if value else []
    return _record(f"sanction-{annotation.id}", "Sanction", properties)


def _documented(head: ArticleHead, targets: Iterable[str]) -> Iterator[Json]:
    """Yield an article that has sanctions, and what joins it to each of those they are against."""
    key = f"article-{head.id}"
    for number, target in enumerate(targets):
        if number == 0:
            yield _record(key, "Article", _facts(head))
        joined = {"document": [key], "entity": [target], "role": [_SANCTION]}
        yield _record(f"{key}-{target}", "Documentation", joined)


def _facts(head: ArticleHead) -> dict[str, list[str]]:
    said = {
        "title": head.title,
        "author": head.byline,
        "publisher": head.source,
        "publishedAt": head.published[:10] if head.published else None,
        "sourceUrl": web_url(head.url),
    }
    return {name: [value] for name, value in said.items() if value}


def _provisions(annotation: Annotation) -> list[str]:
    value = annotation.attributes.get("measures", ())
    measures = value if isinstance(value, tuple | list) else (value,)
    return [one.replace("-", " ") for one in measures if isinstance(one, str)]


def _record(key: str, schema: str, properties: dict[str, list[str]]) -> Json:
    held: dict[str, Json] = {name: list(values) for name, values in properties.items() if values}
    return {"id": key, "schema": schema, "properties": held}


def _unfit(annotation: Annotation) -> str | None:
    """Say why a sanction cannot be told: FollowTheMoney wants to know whom it is against."""
    return (
        None
        if any(map(_is_somebody, anchors(annotation.attributes.get("target"))))
        else "no-target"
    )


def _is_somebody(anchor: Anchor) -> bool:
    return bool(anchor.entities or (anchor.text or "").strip())


FTM = Format(
    id="ftm",
    name="FollowTheMoney sanctions",
    about="Sanctions, whom they are against, and the articles that say so, as evidence.",
    suffix=".ftm.json",
    group="exchange",
    holds=frozenset({"overlap", "fragments", "entities", "notes"}),
    options=NoOptions,
    write=_write,
    find_lost=others_lost(_SANCTION, _unfit),
)
