"""The words of the headless face: one sentence for each thing that can go wrong."""

from collections.abc import Mapping
from pathlib import Path
from string import Formatter

from pressmark.analysis.finding import Finding as Odd
from pressmark.cli.printing import printable
from pressmark.cli.reasons import place_words, reason_words
from pressmark.errors import PressmarkError
from pressmark.store.lock import Holder
from pressmark.store.verification import Finding as Wrong

_SENTENCES: Mapping[str, str] = {
    # edits
    "bad-confidence": "Confidence can be low, moderate or high, not {value}.",
    "bad-anchor": "Attribute {attribute} of {id} points at words that do not stand there; "
    "give start, end and text as the article has them.",
    "bad-id": "{id} cannot be an id; use 1 to 64 letters (A-Z, a-z), digits, dots, _ and -.",
    "bad-request": "The request is not understood at {where}: {reason}.",
    "bad-span": "The span {start}-{end} does not fit: spans are ascending code point ranges "
    "within the article, end-exclusive, of at least one character.",
    "bad-state": "An article cannot be {value}; it is new, in-progress, done or flagged.",
    "bad-value": "The value of attribute {attribute} does not fit its kind, {kind}.",
    "changed-since": "{id} is not as that step left it; nothing was taken back.",
    "nothing-to-revert": "Later steps have taken that back already; nothing was changed.",
    "entity-in-use": "Attributes or relations still name the entity {id}; change them first.",
    "has-changed": "Article {id} was changed meanwhile; look at it again.",
    "has-relations": "{id} is joined to others; remove its relations first.",
    "id-taken": "The id {id} is taken already; give another one, or none.",
    "no-annotation": "There is no annotation {id}; `pressmark check --ids` lists them.",
    "no-annotator": "There is no annotator {id}.",
    "no-dispute": "There is no dispute {id}.",
    "no-judgement": "There is no judgement {id}.",
    "no-article": "There is no article {id}; `pressmark stats` lists them.",
    "no-entity": "There is no entity {id}.",
    "no-field": "Articles have no field {field}; name another.",
    "no-fragments": "An annotation needs at least one fragment.",
    "no-label": "The label set has no label {id}; `pressmark stats` lists the labels.",
    "no-place": "The other label set has no place for what is in use: {names} ({count} in all); "
    "say with --map what stands for it, or --keep it.",
    "no-such-place": "The other label set has no {name} that could stand for {old}.",
    "not-lost": "{name} does not leave the label set while it is in use; what does: {known}.",
    "no-relation": "There is no relation {id}.",
    "nothing-to-redo": "There is nothing to redo.",
    "nothing-to-set": "The request sets nothing; name attributes or a note.",
    "nothing-to-undo": "There is nothing to undo.",
    "one-end": "A relation ends at an annotation or at an entity, exactly one of the two.",
    "edit/read-only": "The project is open for reading only; nothing was changed.",
    "relation-does-not-fit": "A relation of type {type} does not fit these two ends; "
    "the label set says which labels it may join.",
    "relation-too-far": "A relation of type {type} may not lead into another article.",
    "relation-to-itself": "An annotation cannot be joined to itself.",
    "same-entity": "An entity cannot be merged with itself.",
    "no-names": "{path} has no column called name; call one so.",
    "same-article": "Annotations cannot be taken from article {id} to itself.",
    "same-text": "Article {id} has exactly this text already; nothing was changed.",
    "text-taken": "This text is in the project already, as article {id}; nothing was changed.",
    "text-differs": "The text of {id} is not what stands at its span.",
    "edit/unwritable": "Text with half a character cannot be kept; nothing was changed.",
    # project files
    "another-project": "{path} is another project now; nothing was overwritten: move it away.",
    "asked": "{path} was opened for reading only; nothing was changed.",
    "changed-outside": "{path} was changed by something else since it was read; "
    "nothing was overwritten: read it again.",
    "damaged": "{path} is damaged at {where} ({reason}); the file is untouched: "
    "`pressmark rescue` saves what is intact, and so does the window.",
    "damaged-article": "Article {id} is damaged ({reason} at {where}); "
    "`pressmark check` names all that is, the rest is fine.",
    "disk-full": "The disk with the folder {folder} is full; make room and try again.",
    "empty": "{path} is empty; nothing can be read from it.",
    "exists": "{path} exists already; choose another name.",
    "folder-missing": "The folder {folder} is not there; make it or choose another.",
    "is-folder": "{path} is a folder; name a file in it.",
    "journal-unreadable": "The journal beside {path} cannot be read, and may hold edits; "
    "put that right, or move it away.",
    "locked": "{path} is open elsewhere, by {holder}; close it there first.",
    "missing": "{path} is not there; check the name.",
    "no-backup": "{path} has no backup of that number; `pressmark backups` lists them.",
    "name-too-long": "The name {path} is too long; choose a shorter one.",
    "newer-version": "{path} was made by a newer Pressmark (file version {needed}); "
    "update Pressmark to use it.",
    "no-more-files": "The disk with the folder {folder} can hold no more files; "
    "remove some there and try again.",
    "no-original": "The file that article {id} was made of is not kept; nothing was written.",
    "no-permission": "You may not read or write {path}; choose another place, or ask its owner.",
    "nothing-left": "{path} is damaged, and nothing in it is left to be saved; "
    "use a copy or a backup of it.",
    "not-kept": "The last edits to {path} are not on the disk yet; they are tried again.",
    "not-a-project": "{path} is not a Pressmark project; `pressmark new` makes one, "
    "`pressmark import` takes other files in.",
    "read-only-disk": "The folder {folder} is on a read-only disk; choose another.",
    "too-full": "The project would be larger than can be opened again ({limit}); "
    "nothing was saved: put some articles into another one.",
    "too-many": "{path} has more records than Pressmark opens ({limit}); split it.",
    "truncated": "{path} ends in the middle; the file is untouched: "
    "`pressmark rescue` saves what is intact, and so does the window.",
    "unreadable-article": "Article {id} would not be readable when saved; nothing was written: "
    "undo the last change of it.",
    "would-lose": "Saving {path} would lose {lost} of {count} annotations that nobody deleted; "
    "nothing was saved: where that is meant, `pressmark annotate --allow-loss` saves it.",
    "write-failed": "Writing in the folder {folder} failed ({reason}); nothing was changed.",
    # articles and annotation sets
    "cancelled": "The import was stopped; nothing of it came in.",
    "binary": "{path} is not text; save it as text first.",
    "crashed": "{path} made its reader fail; save it as another kind of file.",
    "article-file/damaged": "{path} is damaged; nothing of it came in: get it again.",
    "encrypted": "{path} is locked with a password; save a copy without it, then import that.",
    "entities": "{path} declares entities, which may be an attack; save it as plain text first.",
    "article-file/no-article": "No article was found in {path}; save its text as plain text.",
    "no-text-column": "It is not plain which column of {path} holds the text ({columns}); "
    "name it with --column text=NAME.",
    "no-such-column": "{path} has no column {name}; it has: {columns}.",
    "out-of-memory": "{path} needs more memory than a file may have; split it.",
    "scanned": "{path} holds pictures of pages and no text; have its text recognised (OCR) first.",
    "too-deep": "{path} is packed or nested too deep to be read; unpack it first.",
    "article-file/too-long": "Reading {path} took longer than {limit} s and was stopped.",
    "too-much": "{path} unpacks to more than {limit}; unpack it yourself if you trust it.",
    "unsupported": "{path} is {kind}, which Pressmark does not read; save it as {instead} first.",
    "undecodable": "{path} is in no encoding that can be read; name it with --encoding.",
    "bad-label-set": "{path} is no label set: {reason} at {where}; nothing was made or changed.",
    "bad-line": "{path} is not understood at {where}: {reason}; nothing of it came in.",
    "bad-option": "Option {option} of {format} can be {choices}.",
    "is-address": "{path} is an address, and Pressmark does not connect to it; "
    "save the page in the browser and import the file.",
    "is-project": "{path} is a Pressmark project; `pressmark merge` unites it with this one.",
    "damaged-loss": "{articles} damaged articles with {count} annotations would be missing; "
    "nothing was written: add --allow-loss, or rescue them in the window first.",
    "loss": "{format} would lose {count} annotations; nothing was written: "
    "add --allow-loss, or use pressmark-jsonl, which loses nothing.",
    "damaged-zip": "{path} is a damaged zip; nothing of it came in: get it again.",
    "folder-in-use": "{path} holds other files, which no export replaces; choose a new folder.",
    "needs-files": "{format} is several files; give a folder or a zip of them, not {path}.",
    "needs-folder": "These options make several files; "
    "give a folder (a name without a suffix) or a .zip instead of {path}.",
    "too-large-unpacked": "{path} would unpack to more than {limit}; nothing of it came in.",
    "too-many-files": "{path} holds more than {limit} files; split it.",
    "unsafe-names": "{path} has files whose names lead out of it or repeat; nothing of it came in.",
    "lossy": "{format} would lose {count} annotations; allow that, or choose another format.",
    "no-option": "{format} has no option {option}; it has: {options}.",
    "no-package": "{format} needs {package}, which is not installed; use pressmark-jsonl or "
    "hf-jsonl, which lose nothing either, or a Pressmark from pip (pip install {package}).",
    "no-preset": "There is no preset {name}; there are: {known}.",
    "no-such-format": "Pressmark does not write {id}; `pressmark formats` lists what it writes.",
    "no-reader": "Pressmark does not read {format}; `pressmark formats` lists what it reads.",
    "no-such-annotator": "The project has no annotator {id}; `pressmark stats` lists them.",
    "no-such-article": "The project has no article {id}; `pressmark stats` lists them.",
    "no-such-label": "The label set has no label {id}; `pressmark stats` lists the labels.",
    "read-only-format": "Pressmark does not write {format}; "
    "`pressmark formats` lists what it writes.",
    "replaces-project": "{path} is a Pressmark project, which no export replaces; "
    "choose another name.",
    "too-large": "{path} is larger than Pressmark opens ({limit}); split it.",
    "unknown-encoding": "There is no encoding {encoding}; name another one.",
    "unreadable": "{path} cannot be read ({reason}).",
    # settings
    "settings": "The setting {name} cannot be {value}.",
    "bad-setting": "In {path}, {name} cannot be {value}; nothing was changed: correct it there.",
    "newer-settings": "{path} comes from a newer Pressmark; update this one.",
    "no-settings": "{path} holds no settings of Pressmark.",
    "settings/unwritable": "The settings cannot be kept in {path} ({reason}).",
    # git
    "git-failed": "git could not do it in {folder}: {reason}.",
    "no-git": "git is not installed; install it first.",
    # the system
    "refused": "{path} cannot be read or written ({reason}).",
    # searching
    "bad-pattern": "The regular expression is not valid: {reason}.",
    "empty-query": "There is nothing to look for; give some text.",
    "too-complex": "The regular expression is too complex: it takes too long; make it simpler.",
}

_ODD: Mapping[str, str] = {
    "after-publication": "was said on {fact}, after its article was published",
    "denies-nothing": "denies nothing: no relation says what",
    "earlier-text": "stays with an earlier text of its article",
    "ends-early": "ends on {fact}, before it begins",
    "entity-without-type": "names {fact}, an entity without a type",
    "far-relation": "a relation of type {fact} may not lead into another article",
    "form-differs": "is called {fact}, and is not by its quotation marks",
    "groundless": "judgement {fact} relies on no annotation",
    "in-zone": "lies in boilerplate, where it is not counted",
    "into-zone": "reaches into boilerplate",
    "lonely-mark": "ends between a quotation mark and the one it belongs to",
    "lost-ground": "judgement {fact} relies on an annotation that is gone",
    "nearly-twice": "tags nearly the same words as {fact}",
    "no-actor": "names nobody as {fact}",
    "no-gap": "has fragments that nothing parts",
    "no-such-day": "has a date that no calendar has, {fact}",
    "no-words": "tags signs or space, and no words",
    "odd-attribute": "attribute {fact} is not what the label set asks for",
    "odd-relation": "a relation of type {fact} does not fit its ends",
    "open-mark": "has a quotation mark without its second",
    "ragged": "cuts a word, or begins or ends with white space",
    "relation-stated": "a relation of type {fact} repeats what an attribute says",
    "relation-twice": "has the same relation twice, {fact}",
    "same-name": "names {fact}, as another entity is called",
    "stray-cue": "attribute {fact} points into another paragraph",
    "too-long": "has a text that is too long ({fact})",
    "twice": "tags the same words as {fact}",
    "two-estimates": "judgement {fact} mixes confidence and likelihood in one sentence",
    "two-versions": "is kept in two versions since a merge, which differ in {fact}",
    "unknown-label": "the label set has no label {fact}",
}

_WRONG: Mapping[str, str] = {
    "anchor-differs": "attribute {where} points at words that do not stand there",
    "damaged": "cannot be read ({reason} at {where}); its bytes are kept as they are",
    "no-annotator": "names an annotator who is not there",
    "no-end": "a relation that starts or ends here lacks its other end",
    "no-entity": "names an entity that is not there",
    "repaired": "its words stand elsewhere than it says; saving the project puts that right",
    "text-differs": "its words do not stand in the article; correct its span",
}


_MIB = 2**20


class _Facts(dict[str, str]):
    """The facts of an error; one that is not known reads as a question mark."""

    def __missing__(self, key: str) -> str:
        return "?"


def sentence(error: PressmarkError) -> str:
    """Return one sentence for an error: what is wrong, and what to do; and what is kept of it."""
    facts = _Facts({name: _shown(value) for name, value in error.facts.items()})
    own = _SENTENCES.get(f"{error.code}/{error.case}") or _SENTENCES.get(error.case)
    template = own or "This could not be done ({case})."
    told = {"id", "line"} & {name for _, name, *_ in Formatter().parse(template)}
    path, limit = error.facts.get("path"), error.facts.get("limit")
    if isinstance(path, Path):
        facts.setdefault("folder", _shown(path.parent))
    if isinstance(limit, int) and limit >= _MIB:
        facts["limit"] = f"{limit // _MIB} MiB"
    facts |= {
        "case": error.case,
        "where": place_words({name: error.facts[name] for name in error.facts.keys() - told}),
        "reason": reason_words(error.facts.get("reason", "?")),
    }
    return template.format_map(facts) + _kept(error)


def _kept(error: PressmarkError) -> str:
    """Say what the journal has of what could not be saved; nothing where it has nothing."""
    kept, unsaved = error.facts.get("kept"), error.facts.get("unsaved")
    if not kept:
        return ""
    what = (
        "what was done is" if kept == unsaved else f"of {unsaved} steps only the first {kept} are"
    )
    return f" The file is as it was; {what} kept in the journal beside it, for the next save."


def has_sentence(error: PressmarkError) -> bool:
    """Say whether an error has a sentence of its own."""
    return not {f"{error.code}/{error.case}", error.case}.isdisjoint(_SENTENCES)


def _shown(value: object) -> str:
    if isinstance(value, Holder):
        name = value.name or "somebody"
        value = f"{name} on {value.host}" if value.host else name
    return printable(str(value))


def odd_sentence(finding: Odd) -> str:
    """Return what is worth a look, without where it is."""
    return _ODD[finding.code].format(fact=printable(finding.fact))


def wrong_sentence(finding: Wrong) -> str:
    """Return what is wrong in a file, without where it is."""
    where = place_words({"where": finding.where, "line": finding.line})
    return _WRONG[finding.kind].format(where=where, reason=reason_words(finding.reason))
