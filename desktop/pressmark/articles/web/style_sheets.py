"""The style sheets within a page, as far as they say what of it is not to be seen.

Read are plain rules with selectors by element, class, id and attribute, and what stands in which;
what hangs on more than that (a pointer over it, a sibling, a screen's width) is `loose`: it may
apply or not, and nothing is called hidden on its word.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count

from lxml.html import HtmlElement

Styles = Mapping[str, str]
"""The values of properties by their names, both in small letters."""
_MOST_RULES = 20_000
_LONGEST_SELECTOR = 4000
_DEEPEST = 4
_MOST_STEPS = 8
"""How many elements a selector may name that stand in each other; longer ones are passed over."""
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)|<!--|-->", re.DOTALL)
_ATTRIBUTE = r"\[\s*[\w-]+\s*(?:[~^$*|]?=\s*(?:\"[^\"]*\"|'[^']*'|[^\]\"']*?)\s*[is]?\s*)?\]"
_STEP = re.compile(rf"(?P<tag>\*|[a-zA-Z][\w-]*)?(?P<marks>(?:[.#][\w-]+|{_ATTRIBUTE})*)")
_MARK = re.compile(rf"[.#][\w-]+|{_ATTRIBUTE}")
_TEST = re.compile(r"\[\s*([\w-]+)\s*(?:([~^$*|]?=)\s*[\"']?(.*?)[\"']?\s*)?\]", re.DOTALL)
_BETWEEN = re.compile(r"\s*([>+~])\s*|\s+")
_PSEUDO_ELEMENT = re.compile(r"::|:(?:before|after|first-line|first-letter)\b", re.IGNORECASE)
_PSEUDO = re.compile(r":[\w-]+(?:\([^()]*(?:\([^()]*\)[^()]*)*\))?")
_EVERY_SCREEN = re.compile(r"@media\s+(?:only\s+)?(?:screen|all)(?:\s*,\s*\w+)*\s*|@layer\b[^{]*")
_MOST_EFFORTS, _EFFORT = 4_000_000, 20
"""How many elements rules may be held against; one that stands in others costs more."""
_BRACE = re.compile(r"[{}]")
_COMMA = re.compile(r",(?![^(]*\))(?![^\[]*\])")
_WITHOUT_SCRIPTS = frozenset((".no-js", ".nojs"))
"""Marks of a page that its first script takes away."""
_TOLD = frozenset(
    (
        *("display", "visibility", "opacity", "font-size", "text-indent", "position", "left"),
        *("top", "clip", "clip-path", "height", "max-height", "width", "max-width", "overflow"),
        *("overflow-x", "overflow-y", "padding-top", "padding-bottom", "padding", "transition"),
        *("animation", "animation-name", "color", "background", "background-color"),
        *("background-image",),
    )
)


@dataclass(frozen=True, slots=True)
class _Step:
    """One element that a selector names, and whether what comes before it is right around it."""

    tag: str
    marks: tuple[str, ...]
    is_child: bool = False

    def fits(self, element: HtmlElement) -> bool:
        if self.tag not in ("", "*") and element.tag != self.tag:
            return False
        return all(_fits(element, mark) for mark in self.marks)


@dataclass(frozen=True, slots=True)
class Rule:
    """What is to hold for the elements that a selector finds; `weight` says what goes first."""

    steps: tuple[_Step, ...]
    values: Mapping[str, tuple[bool, str]]
    weight: tuple[int, int, int, int]
    is_loose: bool

    @property
    def key(self) -> str:
        """The mark or tag that an element must have for this to hold for it; "" for any."""
        last = self.steps[-1]
        named = [mark for mark in last.marks if mark[0] in ".#"]
        return max(named, default="" if last.tag == "*" else last.tag)

    def holds(self, element: HtmlElement) -> bool:
        """Say whether the selector finds an element."""
        if not self.steps[-1].fits(element):
            return False
        places = [element]
        for step, after in zip(self.steps[-2::-1], self.steps[:0:-1], strict=True):
            if after.is_child:
                around = [one.getparent() for one in places]
            else:
                around = list(places[0].iterancestors())
            places = [one for one in around if one is not None and step.fits(one)]
            if not places:
                return False
        return True


@dataclass(slots=True)
class StyleSheets:
    """The rules of a page by what elements must have for them.

    Once as many were tried as no honest page needs, it `is_spent`, and what it says is not all.
    """

    rules: dict[str, list[Rule]] = field(default_factory=dict)
    efforts: int = 0

    def __bool__(self) -> bool:
        return bool(self.rules)

    @property
    def is_spent(self) -> bool:
        """Whether not all rules were tried any more."""
        return self.efforts > _MOST_EFFORTS

    def styles(self, element: HtmlElement) -> tuple[Styles, Sequence[Styles]]:
        """Return what holds for an element by itself, and what may hold as well."""
        found = [rule for rule in self._near(element) if self._holds(rule, element)]
        sure = sorted((one for one in found if not one.is_loose), key=lambda one: one.weight)
        values: dict[str, tuple[bool, str]] = {}
        for told in (*(rule.values for rule in sure), declared(element.get("style", ""))):
            for name, (is_important, value) in told.items():
                if is_important or not values.get(name, (False, ""))[0]:
                    values[name] = (is_important, value)
        loose = [
            {name: value for name, (_, value) in rule.values.items()}
            for rule in found
            if rule.is_loose
        ]
        return {name: value for name, (_, value) in values.items()}, loose

    def _holds(self, rule: Rule, element: HtmlElement) -> bool:
        self.efforts += 1 + _EFFORT * (len(rule.steps) - 1)
        return not self.is_spent and rule.holds(element)

    def _near(self, element: HtmlElement) -> Iterator[Rule]:
        keys = {"", str(element.tag), f"#{element.get('id', '')}"}
        keys.update(f".{name}" for name in element.get("class", "").split())
        for key in keys:
            yield from self.rules.get(key, ())


def style_sheets_of(texts: Sequence[str]) -> StyleSheets:
    """Return the rules in the texts of style sheets, in their order."""
    sheets, numbers = StyleSheets(), count()
    for text in texts:
        for selectors, block in _blocks(_COMMENT.sub(" ", text)):
            values = declared(block)
            for selector in _COMMA.split(selectors) if values else ():
                number = next(numbers)
                if number > _MOST_RULES:
                    return StyleSheets(efforts=_MOST_EFFORTS + 1)
                rule = _rule(selector.strip(), values, number)
                if rule is not None:
                    sheets.rules.setdefault(rule.key, []).append(rule)
    return sheets


def declared(block: str) -> Mapping[str, tuple[bool, str]]:
    """Return the values in a block of a rule that tell what is seen, and which are important."""
    values: dict[str, tuple[bool, str]] = {}
    for line in block.split(";"):
        name, _, value = line.partition(":")
        name = name.strip().lower()
        if name in _TOLD:
            value, _, mark = value.strip().lower().partition("!")
            values[name] = (mark.strip() == "important", value.strip())
    return values


def _blocks(text: str, depth: int = 0) -> Iterator[tuple[str, str]]:
    """Yield the selectors and the block of each rule that holds on every screen."""
    at = 0
    while (opened := text.find("{", at)) >= 0:
        selectors = text[at:opened].rpartition(";")[2].strip()
        end = _end(text, opened)
        block = text[opened + 1 : end]
        if selectors.startswith("@"):
            if depth < _DEEPEST and _EVERY_SCREEN.fullmatch(selectors.lower()):
                yield from _blocks(block, depth + 1)
        elif "{" not in block and len(selectors) <= _LONGEST_SELECTOR:
            yield selectors, block
        at = end + 1


def _end(text: str, opened: int) -> int:
    """Return where the brace ends that opens at a place."""
    depth, at = 0, opened
    for found in _BRACE.finditer(text, opened):
        at = found.start()
        depth += 1 if found[0] == "{" else -1
        if not depth:
            return at
    return len(text)


def _rule(selector: str, values: Mapping[str, tuple[bool, str]], number: int) -> Rule | None:
    if _PSEUDO_ELEMENT.search(selector):
        return None
    plain = _PSEUDO.sub("", selector)
    is_loose = plain != selector
    steps: list[_Step] = []
    at, is_child = 0, False
    while at <= len(plain) and len(steps) <= _MOST_STEPS:
        found = _STEP.match(plain, at)
        if found is None or (not found[0] and not is_loose):
            return None
        marks = tuple(_MARK.findall(found["marks"]))
        if _WITHOUT_SCRIPTS.intersection(marks):
            return None
        steps.append(_Step((found["tag"] or "").lower(), marks, is_child))
        at = found.end()
        if at == len(plain):
            break
        between = _BETWEEN.match(plain, at)
        if between is None:
            return None
        if between[1] in ("+", "~"):
            steps, is_loose = [], True
        is_child = between[1] == ">"
        at = between.end()
    else:
        return None
    names = [mark[0] for step in steps for mark in step.marks]
    ids = names.count("#")
    tags = sum(step.tag not in ("", "*") for step in steps)
    return Rule(tuple(steps), values, (ids, len(names) - ids, tags, number), is_loose)


def _fits(element: HtmlElement, mark: str) -> bool:
    if mark[0] == ".":
        return mark[1:] in element.get("class", "").split()
    if mark[0] == "#":
        return bool(element.get("id", "") == mark[1:])
    found = _TEST.fullmatch(mark)
    if found is None:
        return False
    value = element.get(found[1].lower())
    return value is not None and _is_like(value, found[2] or "", found[3] or "")


def _is_like(value: str, sign: str, wanted: str) -> bool:
    if sign in ("^=", "$=", "*=") and not wanted:
        return False
    return {
        "": True,
        "=": value == wanted,
        "~=": wanted in value.split(),
        "^=": value.startswith(wanted),
        "$=": value.endswith(wanted),
        "*=": wanted in value,
        "|=": value == wanted or value.startswith(f"{wanted}-"),
    }[sign]
