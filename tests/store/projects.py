"""Projects that tests of the store work on, and the steps they do."""

import shutil
from pathlib import Path

from pressmark.edits.additions import addition
from pressmark.edits.articles import AddArticle
from pressmark.edits.edit import Edit, Stamp
from pressmark.edits.transaction import Transaction
from pressmark.model.article import Article, ArticleHead
from pressmark.model.label_set import Label, LabelSet
from pressmark.model.project import Project
from pressmark.model.span import Span
from pressmark.store.lock import lock_path
from pressmark.store.open_project import OpenProject, new_project, open_project

LABELS = LabelSet(
    name="short", labels=(Label(id="claim", title="Claim"), Label(id="quote", title="Quote"))
)
TEXT = "The EU 🇪🇺 said it had “imposed” sanctions; Pyongyang denied everything. " * 20
ARTICLE = "art"
STAMP = Stamp("anna", "2024-05-31T14:05:00Z")


def step(*edits: Edit, title: str = "Step", time: str = "2024-05-31T14:03:00Z") -> Transaction:
    return Transaction(title, edits, Stamp("anna", time))


def article(article_id: str = ARTICLE, text: str = TEXT) -> Article:
    head = ArticleHead(id=article_id, title="Sanctions", added="2024-05-31T08:00:00Z")
    return Article(head, text)


def started(path: Path) -> OpenProject:
    """Return a new project with one saved article."""
    file = new_project(path, title="Sanctions 2024", label_set=LABELS)
    file.commit(step(AddArticle(article())))
    file.save()
    return file


def tag(file: OpenProject, name: str, start: int = 0) -> str:
    """Tag ten code points under the id `name`, which is returned."""
    spans = [Span(start, start + 10)]
    file.commit(step(addition(file.project, ARTICLE, "claim", spans, STAMP, annotation_id=name)))
    return name


def tags(project: Project) -> set[str]:
    return set(project.places)


def crashed(file: OpenProject, folder: Path) -> Path:
    """Return a copy of the project as it would be found if the program died now."""
    shutil.copytree(file.path.parent, folder)
    lock_path(folder / file.path.name).unlink()
    return folder / file.path.name


def names(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


def reopened(path: Path) -> set[str]:
    """Return the ids of the annotations that opening the project finds."""
    with open_project(path) as file:
        return tags(file.project)
