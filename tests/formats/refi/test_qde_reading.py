"""Projects as other programs write them; what stands in them is made up here."""

from dataclasses import replace
from pathlib import Path
from uuid import UUID
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZipFile

import pytest

from pressmark.edits.edit import Stamp
from pressmark.errors import FormatError
from pressmark.formats.format import Remark
from pressmark.model.label_set import Label, LabelSet
from pressmark.model.project import Project
from pressmark.model.records import Annotator
from tests.formats import nasty
from tests.formats.sets import BroughtIn, bare, bring_back, written

TEXT = "Talks 🚀🚀🚀 failed today.\r\nShe 😀 denied it.\r\nNobody agreed."
QUOTES = ("failed today", "She 😀 denied it", "Nobody agreed")
USER, CODE, OTHER, CASE = (str(UUID(int=number)) for number in range(1, 5))
SOURCE = UUID(int=9)


def guid(number: int) -> str:
    return str(UUID(int=100 + number))


def utf_16(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def lines_as_one(text: str) -> int:
    return len(text.replace("\r\n", "\n"))


def selection(
    number: int,
    start: int,
    end: int,
    *,
    name: str = "",
    inside: str | None = None,
    codes: tuple[str, ...] = (CODE,),
    changed: str = "2024-05-02T00:00:00Z",
) -> str:
    codings = "".join(
        f'<Coding guid="{guid(50 * at + number)}" creatingUser="{{{USER.upper()}}}">'
        f'<CodeRef targetGUID="{code.upper()}"/></Coding>'
        for at, code in enumerate(codes)
    )
    return (
        f'<PlainTextSelection guid="{guid(number)}" name={quoteattr(name)} startPosition="{start}" '
        f'endPosition="{end}" creationDateTime="2024-05-01T10:00:00.1234567+02:00" '
        f'modifiedDateTime="{changed}">{inside or ""}{codings}</PlainTextSelection>'
    )


def selections(count: object = len, *, names: bool = False) -> str:
    """Return a selection for each quote, its positions counted in some way."""
    made = []
    for number, quote in enumerate(QUOTES):
        at = TEXT.index(quote)
        start, end = (count(TEXT[:to]) for to in (at, at + len(quote)))  # type: ignore[operator]
        made.append(selection(number, start, end, name=quote if names else ""))
    return "".join(made)


def source(inside: str = "", path: str = f"internal://{SOURCE}.txt") -> str:
    return (
        f'<TextSource guid="{{{str(SOURCE).upper()}}}" name="Interview 1.docx" '
        f'plainTextPath="{path}">{inside}</TextSource>'
    )


def project(sources: str, after: str = "", head: str = "") -> str:
    return f"""<?xml version="1.0" encoding="utf-8"?>{head}
<Project xmlns="urn:QDA-XML:project:1.0" name="Old" origin="Another program">
<Users><User guid="{USER.upper()}" name="Ana" id="A"/></Users>
<CodeBook><Codes>
<Code guid="{OTHER.upper()}" name="Themes" isCodable="false">
<Code guid="{CODE.upper()}" name="Rural buses" isCodable="true">
<Description>On buses.</Description></Code>
</Code></Codes></CodeBook>
<Variables><Variable guid="{guid(80)}" name="source" typeOfVariable="Text"/>
<Variable guid="{guid(81)}" name="Age" typeOfVariable="Integer"/></Variables>
<Cases><Case guid="{CASE}" name="The ministry"/></Cases>
<Sources>{sources}</Sources>{after}</Project>"""


def packed(
    folder: Path,
    qde: str,
    text: bytes = TEXT.encode(),
    *,
    where: str = "sources",
    name: str = "project",
) -> Path:
    path = folder / "old.qdpx"
    with ZipFile(path, "w") as archive:
        archive.writestr(f"{name}.qde", qde)
        archive.writestr(f"{where}/{SOURCE}.txt", text)
    return path


def read(path: Path, into: Project | None = None, stamp: Stamp | None = None) -> BroughtIn:
    return bring_back("qdpx", path, into, **({"stamp": stamp} if stamp else {}))


def quotes(came: BroughtIn) -> list[str]:
    return [one.text[0] for article in came.project.opened() for one in article.annotations]


@pytest.mark.parametrize("names", [False, True], ids=["by-borders", "by-quotes"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["", "bom"])
@pytest.mark.parametrize(
    ("count", "said"),
    [
        (len, []),
        (utf_16, ["UTF-16"]),
        (lines_as_one, ["code points, CRLF as one"]),
        (lambda text: utf_16(text.replace("\r\n", "\n")), ["UTF-16, CRLF as one"]),
    ],
    ids=["code-points", "utf-16", "crlf-one", "utf-16-crlf-one"],
)
def test_what_positions_count_is_found_out(
    count: object, said: list[str], mark: bytes, *, names: bool, tmp_path: Path
) -> None:
    qde = project(source(selections(count, names=names)))
    came = read(packed(tmp_path, qde, mark + TEXT.encode()))
    assert quotes(came) == list(QUOTES)
    assert [one.what for one in came.said.warnings if one.code == "counting"] == said


def test_names_that_are_no_quotes_prove_nothing(tmp_path: Path) -> None:
    at = utf_16(TEXT[: TEXT.index(QUOTES[1])])
    end = at + utf_16(QUOTES[1])
    parts = [
        selection(1, at, end, name="She 😀 ..."),
        selection(2, 0, 5, name="Talks"),
        selection(3, at, end, name="1:3 a comment"),
    ]
    came = read(packed(tmp_path, project(source("".join(parts)))))
    assert sorted(quotes(came)) == sorted(["Talks", QUOTES[1], QUOTES[1]])


def test_ends_that_are_counted_in_are_found_by_the_names(tmp_path: Path) -> None:
    parts = [
        selection(number, TEXT.index(one), TEXT.index(one) + len(one) - 1, name=one)
        for number, one in enumerate(QUOTES)
    ]
    came = read(packed(tmp_path, project(source("".join(parts)))))
    assert quotes(came) == list(QUOTES)
    assert Remark("found-again", "3") in came.said.warnings


@pytest.mark.parametrize("where", ["sources", "Sources"])
@pytest.mark.parametrize("name", ["project", "My interviews"])
def test_the_project_may_be_called_anything(name: str, where: str, tmp_path: Path) -> None:
    path = packed(tmp_path, project(source(selections())), where=where, name=name)
    assert quotes(read(path)) == list(QUOTES)


def test_who_when_and_what_comes_along(tmp_path: Path) -> None:
    notes = f'<Description>A comment.</Description><NoteRef targetGUID="{guid(90)}"/>'
    values = "".join(
        f'<VariableValue><VariableRef targetGUID="{guid(key)}"/>{value}</VariableValue>'
        for key, value in [
            (80, "<TextValue>Ukrinform</TextValue>"),
            (81, "<IntegerValue>41</IntegerValue>"),
        ]
    )
    after = f'<Notes><Note guid="{guid(90)}" name="Memo"><PlainTextContent>A memo.'
    after += "</PlainTextContent></Note></Notes>"
    came = read(
        packed(tmp_path, project(source(selection(1, 0, 5, inside=notes) + values), after))
    ).project
    (article,) = came.opened()
    (one,) = article.annotations
    assert article.head.id == SOURCE.hex
    assert article.head.title == "Interview 1.docx"
    assert article.head.source == "Ukrinform"
    assert article.head.unknown["meta"] == {"Age": "41"}
    assert one.id == UUID(guid(1)).hex
    assert one.note == "A comment.\n\nA memo."
    assert (one.created, one.changed) == ("2024-05-01T08:00:00Z", "2024-05-02T00:00:00Z")
    assert came.annotators[one.annotator].name == "Ana"
    label = came.label_set.label("Rural buses")
    assert label is not None
    assert label.definition == "On buses."
    assert came.label_set.label("Themes") is None


def test_codes_are_labels_here_by_id_by_title_or_by_map(tmp_path: Path) -> None:
    path = packed(tmp_path, project(source(selection(1, 0, 5))))
    labels = LabelSet(name="own", labels=(Label(id="bus", title="rural buses"),))
    into = bare(labels)
    came = read(path, into)
    assert came.project.label_set == labels
    assert [one.label for article in came.project.opened() for one in article.annotations] == [
        "bus"
    ]


def test_an_annotator_of_the_same_name_is_the_same(tmp_path: Path) -> None:
    known = Annotator(id="ana-1", name="Ana")
    into = replace(bare(), annotators=bare().annotators.set(known.id, known))
    came = read(packed(tmp_path, project(source(selection(1, 0, 5)))), into)
    assert dict(came.project.annotators) == {known.id: known}


def test_a_selection_with_several_codings_is_several_annotations(tmp_path: Path) -> None:
    parts = selection(1, 0, 5, codes=(CODE, OTHER, CASE))
    came = read(packed(tmp_path, project(source(parts))))
    (article,) = came.project.opened()
    assert {(one.id, one.label) for one in article.annotations} == {
        (UUID(guid(1)).hex, "Rural buses"),
        (UUID(guid(51)).hex, "Themes"),
    }
    assert Remark("no-place", "1") in came.said.skipped


def test_a_selection_without_a_code_is_a_highlight(tmp_path: Path) -> None:
    part = selection(1, 0, 5, codes=(), inside="<Description>Hm.</Description>")
    (article,) = read(packed(tmp_path, project(source(part)))).project.opened()
    assert [(one.label, one.note) for one in article.annotations] == [("highlight", "Hm.")]


def test_texts_of_pdfs_are_read_and_places_on_pages_are_counted(tmp_path: Path) -> None:
    text = source(selections()).replace("TextSource", "Representation")
    pages = '<PDFSelection guid="{}" page="0"/>' * 2
    pdf = f'<PDFSource guid="{guid(70)}" name="Report.pdf">{pages}{text}</PDFSource>'
    came = read(packed(tmp_path, project(pdf)))
    (article,) = came.project.opened()
    assert article.head.title == "Report.pdf"
    assert quotes(came) == list(QUOTES)
    assert Remark("not-text", "2") in came.said.skipped


def test_links_between_selections_and_to_cases_are_relations(tmp_path: Path) -> None:
    links = "".join(
        f'<Link guid="{guid(60 + at)}" name="{name}" originGUID="{start}" targetGUID="{end}"/>'
        for at, (name, start, end) in enumerate(
            [("denies", guid(1), guid(0)), ("", guid(2), CASE), ("odd", CODE, guid(1))]
        )
    )
    qde = project(source(selections()), f"<Links>{links}</Links>")
    came = read(packed(tmp_path, qde))
    found = {(one.type, one.from_, one.to, one.entity) for one in came.project.relations}
    first, second, third = (UUID(guid(number)).hex for number in range(3))
    case = UUID(CASE).hex
    assert found == {("denies", second, first, None), ("related", third, None, case)}
    assert came.project.entities[case].name == "The ministry"
    assert Remark("no-place", "1") in came.said.skipped


def test_texts_within_the_project_and_elsewhere(tmp_path: Path) -> None:
    inline = (
        f'<TextSource guid="{guid(71)}" name="Inline">'
        f"<PlainTextContent>{escape('A & B')}</PlainTextContent>{selection(1, 0, 1)}</TextSource>"
    )
    elsewhere = source(selection(2, 0, 1), "absolute:///etc/passwd")
    relative = source(selection(3, 0, 1), "relative:///../../secret.txt")
    came = read(packed(tmp_path, project(inline + elsewhere + relative)))
    assert [one.text for one in came.project.opened()] == ["A & B"]
    assert Remark("no-article", "2") in came.said.skipped


def test_a_path_that_leads_out_is_looked_for_inside(tmp_path: Path) -> None:
    qde = project(source(selections(), f"internal://../../{SOURCE}.txt"))
    assert quotes(read(packed(tmp_path, qde))) == list(QUOTES)


@pytest.mark.parametrize(
    ("qde", "reason"),
    [
        (project(source(selections()))[:-200], "xml"),
        (project(source(selection(1, 0, 999))), "bad-span"),
        (project(source(selection(1, 5, 5))), "bad-span"),
        (project(source(selection(1, -1, 5))), "shape"),
        (
            project(source(selection(1, 0, 5).replace('endPosition="5"', 'endPosition="²"'))),
            "shape",
        ),
        (project(source(selection(1, 0, 10**18))), "shape"),
        (project(source(selection(1, 0, 5, codes=(guid(99),)))), "unknown-code"),
        (project(source(selections(), "internal://gone.txt")), "file-missing"),
        (
            project("&x;", head='<!DOCTYPE Project [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
            "doctype",
        ),
        (
            project("&b;", head='<!DOCTYPE Project [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'),
            "doctype",
        ),
        (project("<x>" * 100_000 + "</x>" * 100_000), "xml-too-deep"),
        ("no XML", "xml"),
        ("", "xml"),
    ],
)
def test_a_bad_project_is_refused_with_its_line(qde: str, reason: str, tmp_path: Path) -> None:
    with pytest.raises(FormatError, match="bad-line") as caught:
        read(packed(tmp_path, qde))
    assert caught.value.facts["reason"] == reason
    assert caught.value.facts.get("line") or "line" in str(caught.value.facts["where"])


def test_a_text_in_another_encoding_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FormatError, match="bad-line"):
        read(packed(tmp_path, project(source(selections())), "é".encode("cp1252")))
    utf_16_text = packed(tmp_path, project(source(selections())), TEXT.encode("utf-16"))
    assert quotes(read(utf_16_text)) == list(QUOTES)


def test_one_guid_for_several_selections_is_that_of_the_first(tmp_path: Path) -> None:
    path = packed(tmp_path, project(source(selection(1, 0, 5) + selection(1, 6, 9))))
    came = read(path)
    (article,) = came.project.opened()
    assert [one.text for one in article.annotations] == [("Talks",), ("🚀🚀🚀",)]
    assert UUID(guid(1)).hex in article.annotations
    assert read(path, came.project).project == came.project


def test_selections_without_a_guid_get_an_id(tmp_path: Path) -> None:
    part = selection(1, 0, 5).replace(guid(1), "").replace(guid(1).upper(), "")
    path = packed(tmp_path, project(source(part)))
    came = read(path)
    assert quotes(came) == ["Talks"]
    assert read(path, came.project).project == came.project


def test_folders_may_be_written_as_old_dotnet_programs_do(tmp_path: Path) -> None:
    path = packed(tmp_path, project(source(selections())), where="Sources")
    data = path.read_bytes().replace(b"Sources/", b"Sources\\")
    path.write_bytes(data)
    assert quotes(read(path)) == list(QUOTES)


def test_two_projects_in_one_are_none(tmp_path: Path) -> None:
    path = packed(tmp_path, project(source(selections())), name="one")
    with ZipFile(path, "a") as archive:
        archive.writestr("two.qde", project(""))
    with pytest.raises(FormatError, match="needs-files"):
        read(path)


def test_the_same_project_twice_adds_nothing(tmp_path: Path) -> None:
    path = packed(tmp_path, project(source(selections(utf_16))))
    once = read(path)
    twice = read(path, once.project)
    assert twice.project == once.project
    assert twice.said.annotations == 0


def test_a_newer_coding_replaces_the_one_here(tmp_path: Path) -> None:
    once = read(packed(tmp_path, project(source(selection(1, 0, 5)))))
    newer = selection(1, 0, 5, codes=(OTHER,), changed="2025-01-01T00:00:00Z")
    after = read(packed(tmp_path, project(source(newer))), once.project)
    (article,) = after.project.opened()
    assert [one.label for one in article.annotations] == ["Themes"]
    older = selection(1, 0, 5, changed="2024-06-01T00:00:00Z")
    (again,) = read(packed(tmp_path, project(source(older))), after.project).project.opened()
    assert again.annotations == article.annotations


def test_what_nvivo_cannot_hold_stays_as_it_was_here(tmp_path: Path, example: Project) -> None:
    path = tmp_path / "set.qdpx"
    path.write_bytes(written("qdpx-nvivo", example))
    assert bring_back("qdpx", path, example).project == example


@pytest.mark.parametrize("format_id", ["qdpx", "qdpx-nvivo"])
def test_fragments_are_one_annotation_again(format_id: str, tmp_path: Path) -> None:
    project = nasty.project(gaps=True)
    path = tmp_path / "set.qdpx"
    path.write_bytes(written(format_id, project))
    assert bring_back("qdpx", path, project).project == project
    if format_id == "qdpx":
        came = nasty.spans_of(bring_back("qdpx", path, bare(project.label_set)).project)
        assert came == nasty.spans_of(project)
