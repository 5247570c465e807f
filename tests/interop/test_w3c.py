"""PyLD reads the pages as JSON-LD, with the terms that the W3C's context gives."""

import json
from typing import Any

import pytest
from pyld import jsonld

from pressmark.model.project import Project
from tests.formats import nasty
from tests.interop.conftest import Writer

OA, RDF = "http://www.w3.org/ns/oa#", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
XSD, DCT = "http://www.w3.org/2001/XMLSchema#", "http://purl.org/dc/terms/"
AS, FOAF = "http://www.w3.org/ns/activitystreams#", "http://xmlns.com/foaf/0.1/"
CONTEXT = {
    "@context": {
        "id": {"@id": "@id", "@type": "@id"},
        "type": {"@id": "@type", "@type": "@vocab"},
        "Annotation": f"{OA}Annotation",
        "TextualBody": f"{OA}TextualBody",
        "SpecificResource": f"{OA}SpecificResource",
        "TextPositionSelector": f"{OA}TextPositionSelector",
        "TextQuoteSelector": f"{OA}TextQuoteSelector",
        "AnnotationPage": f"{AS}OrderedCollectionPage",
        "Person": f"{FOAF}Person",
        "tagging": f"{OA}tagging",
        "commenting": f"{OA}commenting",
        "describing": f"{OA}describing",
        "linking": f"{OA}linking",
        "body": {"@type": "@id", "@id": f"{OA}hasBody"},
        "target": {"@type": "@id", "@id": f"{OA}hasTarget"},
        "source": {"@type": "@id", "@id": f"{OA}hasSource"},
        "selector": {"@type": "@id", "@id": f"{OA}hasSelector"},
        "creator": {"@type": "@id", "@id": f"{DCT}creator"},
        "motivation": {"@type": "@vocab", "@id": f"{OA}motivatedBy"},
        "purpose": {"@type": "@vocab", "@id": f"{OA}hasPurpose"},
        "items": {"@type": "@id", "@id": f"{AS}items", "@container": "@list"},
        "exact": f"{OA}exact",
        "prefix": f"{OA}prefix",
        "suffix": f"{OA}suffix",
        "start": {"@type": f"{XSD}nonNegativeInteger", "@id": f"{OA}start"},
        "end": {"@type": f"{XSD}nonNegativeInteger", "@id": f"{OA}end"},
        "created": {"@type": f"{XSD}dateTime", "@id": f"{DCT}created"},
        "modified": {"@type": f"{XSD}dateTime", "@id": f"{DCT}modified"},
        "format": "http://purl.org/dc/elements/1.1/format",
        "name": f"{FOAF}name",
        "value": f"{RDF}value",
    }
}
"""The terms that are used here, as the model says them."""


def load(url: str, _options: dict[str, Any]) -> dict[str, Any]:
    assert url == "http://www.w3.org/ns/anno.jsonld"
    return {"contentType": None, "contextUrl": None, "documentUrl": url, "document": CONTEXT}


def expanded(page: dict[str, Any], name: str) -> list[dict[str, Any]]:
    options = {"documentLoader": load, "base": f"http://example.org/{name}"}
    (found,) = jsonld.expand(page, options)
    assert found["@type"] == [f"{AS}OrderedCollectionPage"]
    items: list[dict[str, Any]] = found[f"{AS}items"][0].get("@list", [])
    return items


def one(value: dict[str, Any], term: str) -> Any:  # noqa: ANN401 -- a word or a number
    (found,) = value[f"{OA}{term}"]
    return found.get("@value", found)


@pytest.mark.parametrize("which", ["nasty", "example"])
def test_every_span_is_there_as_linked_data(which: str, write: Writer, example: Project) -> None:
    project = example if which == "example" else nasty.project(gaps=True)
    out = write("w3c", "set", project)
    spans: dict[str, set[tuple[int, int, str]]] = {name: set() for name in out.spans()}
    links = 0
    for path in sorted(out.path.glob("*.jsonld")):
        text = path.with_suffix(".txt").read_bytes().decode()
        for item in expanded(json.loads(path.read_text("utf-8")), path.name):
            assert item["@type"] == [f"{OA}Annotation"]
            if item[f"{OA}motivatedBy"][0]["@id"] == f"{OA}linking":
                links += 1
                continue
            (label,) = [
                body[f"{RDF}value"][0]["@value"]
                for body in item[f"{OA}hasBody"]
                if body[f"{OA}hasPurpose"][0]["@id"] == f"{OA}tagging"
            ]
            for target in item[f"{OA}hasTarget"]:
                source = target[f"{OA}hasSource"][0]["@id"]
                assert source == f"http://example.org/{path.stem}.txt"
                position, words = target[f"{OA}hasSelector"]
                start, end = one(position, "start"), one(position, "end")
                assert text[start:end] == one(words, "exact")
                spans[path.stem].add((start, end, label))
    assert spans == out.spans()
    assert links == len(project.relations)
    assert not out.lost


def test_it_becomes_triples(write: Writer, example: Project) -> None:
    out = write("w3c", "set", example)
    for path in out.path.glob("*.jsonld"):
        page = json.loads(path.read_text("utf-8"))
        options = {"documentLoader": load, "base": f"http://example.org/{path.name}"}
        quads = jsonld.to_rdf(page, {**options, "format": "application/n-quads"})
        assert f"<{OA}hasSelector>" in quads
        assert "<urn:x-pressmark:annotation:" in quads
