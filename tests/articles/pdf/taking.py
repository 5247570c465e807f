"""PDFs taken in for tests: what comes of them, and what some of them say."""

from pressmark.articles.extract import Extract, Wishes
from pressmark.articles.pdf.reading import read_pdf

LONG = (
    (
        "The ministry said on Tuesday that the ship had left the port before the order was given, "
        "and that nobody on board had been told of the measures the council agreed on last week."
    ),
    (
        "A spokesman denied this. According to him the crew knew by Monday evening at the latest, "
        "because the harbour master had read the notice to them in the presence of two witnesses."
    ),
    (
        "Neither side has published the papers. The owners, who are registered in two countries, "
        "answered no questions when they were asked about the cargo, its value and its destination."
    ),
    (
        "Observers expect a hearing in autumn. Until then the ship stays where it is, under guard, "
        "and those who paid for the grain will have to wait for it or buy it somewhere else again."
    ),
)


def read(data: bytes, **wishes: object) -> Extract:
    (found,) = read_pdf(data, Wishes(**wishes))  # type: ignore[arg-type]
    assert isinstance(found, Extract)
    return found


def paragraphs(found: Extract) -> list[str]:
    return found.text.split("\n\n")


def remarks(found: Extract) -> dict[str, tuple[int, str]]:
    return {one.code: (one.count, one.fact) for one in found.remarks}


def zones(found: Extract) -> list[tuple[str, str]]:
    return [(zone.kind, found.text[zone.start : zone.end]) for zone in found.zones]


VISIBLE = "BT /F1 12 Tf 20 350 Td (Everybody can read this line.) Tj ET\n"

SCAN = "q 280 0 0 380 10 10 cm /P1 Do Q"
