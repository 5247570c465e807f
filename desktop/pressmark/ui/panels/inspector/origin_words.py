"""Who made an annotation, when, and where it came from."""

from PySide6.QtCore import QCoreApplication

from pressmark.model.annotation import Annotation
from pressmark.model.project import Project
from pressmark.ui.moments import moment_words


def origin_words(project: Project, annotation: Annotation) -> str:
    """Return a few words on each, separated by points in the middle of the line."""
    annotator = project.annotators.get(annotation.annotator)
    parts = [annotator.name if annotator else annotation.annotator]
    if annotation.created:
        template = QCoreApplication.translate("inspector", "created {time}")
        parts.append(template.format(time=moment_words(annotation.created)))
    if annotation.changed not in ("", annotation.created):
        template = QCoreApplication.translate("inspector", "changed {time}")
        parts.append(template.format(time=moment_words(annotation.changed)))
    parts.append(_came_from(annotation))
    return " · ".join(part for part in parts if part)


def _came_from(annotation: Annotation) -> str:
    origin = annotation.origin
    if origin.by == "copy":  # its source is the id of an article
        return QCoreApplication.translate("inspector", "copied from another version")
    words = {
        "hand": "",
        "import": QCoreApplication.translate("inspector", "imported"),
        "suggestion": QCoreApplication.translate("inspector", "from a suggestion"),
    }.get(origin.by, origin.by)
    if words and origin.source:
        template = QCoreApplication.translate("inspector", "{origin}: {source}")
        return template.format(origin=words, source=origin.source)
    return words
