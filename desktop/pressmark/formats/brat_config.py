"""brat's configuration for a label set: what may be annotated, and what it is called."""

from collections.abc import Iterable, Iterator

from pressmark.formats.brat_lines import brat_name, coded
from pressmark.formats.selection import Selection
from pressmark.model.label_set import RelationType
from pressmark.store.records import to_json

_FLAG = ""


def annotation_conf(selection: Selection) -> str:
    """Return annotation.conf: the labels, relations and attributes that are declared or used."""
    labels = _labels(selection)
    lines = [
        "# brat's name\tlabel",
        *(f"# {brat_name(one)}\t{' '.join(one.split())}" for one in labels),
    ]
    lines += ["", "[entities]", *map(brat_name, labels), "", "[relations]"]
    declared = {one.id: one for one in selection.project.label_set.relations}
    used = {one.type: declared.get(one.type) for one in selection.relations()}
    for name, kind in {**declared, **used}.items():
        first, second = _ends(kind, labels)
        lines.append(f"{brat_name(name)}\tArg1:{first}, Arg2:{second}")
    lines += ["<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>", "", "[events]", ""]
    lines += ["[attributes]", *_attributes(selection), ""]
    return "\n".join(lines)


def visual_conf(selection: Selection) -> str:
    """Return visual.conf: the titles of labels and relations."""
    label_set = selection.project.label_set
    titled = [(one.id, one.title) for one in label_set.labels]
    titled += [(one.id, one.title) for one in label_set.relations]
    titles = [f"{brat_name(name)} | {_title(title)}" for name, title in titled]
    return "\n".join(["[labels]", *titles, "", "[drawing]", ""])


def _labels(selection: Selection) -> list[str]:
    declared = [one.id for one in selection.project.label_set.labels]
    used = {
        label for article in selection.shelf() for label, count in article.counts.items() if count
    }
    return list(dict.fromkeys([*declared, *sorted(used)]))


def _ends(kind: RelationType | None, labels: Iterable[str]) -> tuple[str, str]:
    names = [brat_name(one) for one in labels]
    if kind is None:
        return "|".join(names), "|".join(names)
    first = [brat_name(one) for one in kind.from_] or names
    second = [brat_name(one) for one in kind.to] or names
    return "|".join(first), "|".join(second)


def _attributes(selection: Selection) -> Iterator[str]:
    values: dict[str, dict[str, None]] = {}
    bearers: dict[str, set[str]] = {}
    for label in selection.project.label_set.labels:
        for attribute in label.attributes:
            if attribute.kind in {"choice", "flag"}:
                words = [_FLAG] if attribute.kind == "flag" else coded(list(attribute.values))
                values.setdefault(attribute.id, {}).update(dict.fromkeys(words))
                bearers.setdefault(attribute.id, set()).add(label.id)
    for article in selection.opened():
        for one in article.annotations:
            for name, value in to_json(one.attributes).items():
                if words := coded(value):
                    values.setdefault(name, {}).update(dict.fromkeys(words))
                    bearers.setdefault(name, set()).add(one.label)
    for name, known in values.items():
        arg = f"Arg:{'|'.join(sorted(map(brat_name, bearers[name])))}"
        choices = "|".join(word for word in known if word)
        yield f"{brat_name(name)}\t{arg}" + (f", Value:{choices}" if choices else "")


def _title(title: str) -> str:
    return " ".join(title.replace("|", "/").replace("#", "").split()) or "?"
