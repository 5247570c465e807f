"""Taking a damaged article out of a project file that is fine otherwise."""

from dataclasses import replace
from pathlib import Path

from pressmark.errors import ProjectFileError
from pressmark.model.project import Project
from pressmark.store.backups import Backup, back_up
from pressmark.store.lineage import sealed
from pressmark.store.lock import acquire
from pressmark.store.open_project import open_project, read_project
from pressmark.store.project_file import project_chunks
from pressmark.store.save import real, write_file


def remove_damaged(path: Path, article_id: str) -> Backup:
    """Write a project file without a damaged article; return the backup that has its bytes.

    What its journal keeps is saved first. An article that can be read stays, for an edit removes
    it (KeyError). ProjectFileError: as the lock, the backup or the saving says; nothing is gone.
    """
    with open_project(path) as file:
        file.save()
    target = real(path)
    lock = acquire(target)
    try:
        reading = read_project(target)
        rest = _without(reading.project, article_id)
        backup = back_up(target, damaged=True)
        chunks = sealed(project_chunks(rest), ("", *reading.lineage.states))
        write_file(target, chunks, expected=(reading.sha256,))
    finally:
        lock.release()
    return backup


def _without(project: Project, article_id: str) -> Project:
    """Return the project without an article that nobody can open, and what hangs on it."""
    shelved = project.articles[article_id]
    try:
        shelved.open()
    except ProjectFileError:
        ids = {one for one, place in project.places.items() if place == article_id}
    else:
        raise KeyError(article_id)
    places = project.places.mutate()
    relations = project.relations
    for one in ids:
        del places[one]
        for relation in relations.touching(one):
            relations = relations.without(relation.id)
    return replace(
        project,
        articles=project.articles.delete(article_id),
        places=places.finish(),
        relations=relations,
        links=project.links.without(shelved.head),
    )
