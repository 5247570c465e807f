"""Reading sets of CAS files: each text is an article, with what all annotators say of it."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from operator import attrgetter

from pressmark.formats.bundle import Bundle
from pressmark.formats.cas.files import CasFile, files_in, single
from pressmark.formats.cas.sheet import Sheet
from pressmark.formats.cas.structures import Cas
from pressmark.formats.counting import UTF_16
from pressmark.formats.foreign_sets import Object, take_foreign
from pressmark.formats.format import ReadRequest, ReadSet
from pressmark.formats.json_documents import Place

Load = Callable[[bytes, str, Bundle | None], Cas]
"""Makes a CAS of a file, of which is given its bytes, its name and what stands beside it."""


def read_cas(request: ReadRequest, ending: str, load: Load) -> ReadSet:
    """Read a file, or all of a folder or zip whose names end so."""

    def documents(left: Counter[str]) -> Iterator[tuple[Place, Object]]:
        bundle = request.bundle
        if request.data or bundle is None:
            files: Iterable[CasFile] = [single(request.name, request.whole, bundle)]
        else:
            files = files_in(bundle, ending)
        for _, each in groupby(files, attrgetter("article")):
            united: dict[str, tuple[Place, Object]] = {}
            for file in each:
                cas = load(file.data, file.name, file.beside)
                for number in cas.texts:
                    document = Sheet(cas, number, file, request.project).document(left)
                    _, known = united.setdefault(str(document["text"]), (file.name, document))
                    if known is not document:
                        _add(known, document)
            yield from united.values()

    return take_foreign(request, documents, UTF_16)


def _add(known: Object, document: Object) -> None:
    """Put what another annotator says of a text to what is known of it."""
    for key in ("annotators", "annotations", "relations"):
        lists = (known.get(key), document.get(key))
        known[key] = [one for held in lists if isinstance(held, list) for one in held]
