"""A project for the verbs that only read: without the articles that are damaged, each named."""

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from immutables import Map

from pressmark.cli.messages import sentence
from pressmark.cli.printing import say
from pressmark.errors import ProjectFileError
from pressmark.model.article import Shelved
from pressmark.model.links import Links
from pressmark.model.project import Project
from pressmark.model.relations import Relations
from pressmark.store.open_project import read_project


def readable_project(path: Path) -> tuple[Project, tuple[Shelved, ...]]:
    """Return what can be read of a project, and the articles that cannot: they are left out.

    Each of these is named to the person.
    """
    project = read_project(path).project
    damaged = []
    for shelved in project.shelf():
        try:
            shelved.open()
        except ProjectFileError as error:
            damaged.append(shelved)
            say("Left out: " + sentence(error))
    gone = {one.head.id for one in damaged}
    return without_articles(project, gone) if gone else project, tuple(damaged)


def without_articles(project: Project, gone: Collection[str]) -> Project:
    """Return a project as if these articles had never been in it."""
    kept = {key: one for key, one in project.articles.items() if key not in gone}
    places = {key: place for key, place in project.places.items() if place not in gone}
    lost = project.places.keys() - places.keys()
    relations = [one for one in project.relations if not {one.from_, one.to} & lost]
    judgements = {
        key: replace(one, relies_on=tuple(each for each in one.relies_on if each not in lost))
        for key, one in project.judgements.items()
    }
    return replace(
        project,
        articles=Map(kept),
        places=Map(places),
        links=Links.of(one.head for one in kept.values()),
        relations=Relations.of(relations),
        judgements=Map(judgements),
    )
