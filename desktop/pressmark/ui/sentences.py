"""What the window says of every error: what is wrong, and what to do about it.

`messages` fills in the facts. The keys are the error's code and case, or the code alone.
"""

from collections.abc import Mapping

from pressmark.ui.words import phrase as _t

SENTENCES: Mapping[str, str] = {
    # Edits: what was asked does not fit what is there.
    "edit": _t("This cannot be done ({case}). Nothing was changed."),
    "edit/bad-span": _t("This stretch cannot be marked. Pick one within the article."),
    "edit/bad-value": _t("This value does not fit the attribute. It stays as it was."),
    "edit/changed-since": _t(
        "Something else has changed what this step did. Nothing was taken back; change it by hand."
    ),
    "edit/nothing-to-revert": _t("Later steps have taken this back already. Nothing was changed."),
    "edit/step-not-kept": _t(
        "This step was too large for the history. File > Backups leads back before it."
    ),
    "edit/entity-in-use": _t(
        "Attributes or relations still name this entity. Take it out of them first."
    ),
    "edit/no-annotation": _t("This annotation is no longer there. Nothing was changed."),
    "edit/no-article": _t("This article is no longer there. Nothing was changed."),
    "edit/no-fragments": _t("Select some text first."),
    "edit/no-label": _t("This project has no label “{id}”. Pick one of its labels."),
    "edit/has-changed": _t("This article was changed meanwhile. Look at its new text again."),
    "edit/nothing-open": _t("Open a project first, with File > Open."),
    "edit/nothing-to-redo": _t("There is nothing to do again."),
    "edit/nothing-to-undo": _t("There is nothing to undo."),
    "edit/read-only": _t(
        "This project is open for reading only. Use File > Save as to go on in one of your own.",
    ),
    "edit/relation-does-not-fit": _t(
        "This relation does not lead from such a label to such a label. Pick another."
    ),
    "edit/relation-too-far": _t("“{type}” joins annotations of one article. Pick another type."),
    "edit/relation-to-itself": _t("A relation leads to another annotation. Pick another one."),
    "edit/same-entity": _t("An entity cannot be merged with itself. Pick another one."),
    "edit/same-text": _t("The article has exactly this text already. Nothing was changed."),
    "edit/text-taken": _t("This text is in the project already, as an article of its own."),
    "edit/unwritable": _t("This holds characters that no file can hold. Nothing was changed."),
    # Project files.
    "project-file": _t(
        "{path} cannot be read or written ({case}). Try another folder with Save as."
    ),
    "project-file/another-project": _t(
        "Another project stands in the place of this one. Use File > Save as to keep yours."
    ),
    "project-file/asked": _t(
        "{path} is open for reading only. Use File > Save as to go on in one of your own.",
    ),
    "project-file/changed-outside": _t(
        "{path} was changed by another program. Your edits are kept: use File > Save as to put "
        "them beside it.",
    ),
    "project-file/damaged": _t(
        "{path} is damaged. Open a copy or a backup of it; it stays as it is."
    ),
    "project-file/damaged-article": _t(
        "This article is damaged in the project file. Its bytes are kept; everything else works."
    ),
    "project-file/unreadable-article": _t(
        "This article could not be read from the project file. See whether its disk is there."
    ),
    "project-file/disk-full": _t(
        "The disk with {folder} is full. Make room there, or save on another disk.",
    ),
    "project-file/empty": _t("{path} is empty. Open a copy or a backup of it."),
    "project-file/exists": _t("{path} is there already, or open. Choose another name."),
    "project-file/folder-missing": _t(
        "The folder {folder} is not there. Bring it back, or save in another one."
    ),
    "project-file/is-folder": _t("{path} is a folder. Choose a project file (.pressmark) in it."),
    "project-file/journal-unreadable": _t(
        "The journal beside {path} cannot be read, and may hold edits. Put that right, or move it "
        "away.",
    ),
    "project-file/locked": _t("{holder} has {path} open. Try again when it is closed there."),
    "project-file/missing": _t(
        "{path} is not there. It may have been moved: open it from its new place."
    ),
    "project-file/name-too-long": _t("The name {path} is too long. Choose a shorter one."),
    "project-file/newer-version": _t(
        "{path} was written by a newer Pressmark. Open it with one that knows version {needed} "
        "of the format.",
    ),
    "project-file/no-more-files": _t(
        "The disk with {folder} can hold no more files. Remove some, or save on another disk.",
    ),
    "project-file/no-permission": _t("You may not write in {folder}. Save in another folder."),
    "project-file/not-a-project": _t(
        "{path} is no Pressmark project. File > Import articles takes in other files."
    ),
    "project-file/not-restorable": _t(
        "An article of this project is damaged, so no step leads back from it. Save a copy of the "
        "backup and open that."
    ),
    "project-file/folder-in-use": _t(
        "{path} holds other files, which no export replaces. Choose a new folder."
    ),
    "project-file/no-original": _t(
        "The file that this article was made of is not kept any more. Import it again."
    ),
    "project-file/nothing-left": _t(
        "{path} is damaged, and nothing in it is left to be saved. Open a copy or a backup of it."
    ),
    "project-file/not-kept": _t(
        "The last edits are not on the disk yet. Save again, or use File > Save as."
    ),
    "project-file/read-only": _t(
        "{path} is open for reading only. Use File > Save as to go on in one of your own.",
    ),
    "project-file/read-only-disk": _t(
        "Nothing can be written in {folder}. Save in another folder."
    ),
    "project-file/too-full": _t(
        "The project would be larger than {limit}, the most that can be opened again. Undo the "
        "last step, and put some articles into another project."
    ),
    "project-file/too-large": _t(
        "{path} is larger than {limit}, the most that can be opened. Split it into several."
    ),
    "project-file/too-many": _t(
        "{path} holds more than {limit} records. Split it into several projects."
    ),
    "project-file/truncated": _t(
        "{path} ends too early. Open a copy or a backup of it; it stays as it is."
    ),
    "project-file/unreadable": _t(
        "{path} cannot be read. See whether its disk or network is there."
    ),
    "project-file/would-lose": _t(
        "Saving would lose {lost} of {count} annotations that nobody deleted, so it was stopped. "
        "Keep what you have with File > Save as.",
    ),
    "project-file/write-failed": _t(
        "Writing in {folder} failed ({reason}). Your edits are kept: try File > Save as.",
    ),
    # Articles and annotation sets.
    "article-file": _t(
        "{path} cannot be taken in as an article ({case}). Save it as plain text first."
    ),
    "article-file/binary": _t("{path} is not text. Save it as plain text first."),
    "article-file/crashed": _t("{path} made its reader fail. Save it as another kind of file."),
    "article-file/damaged": _t("{path} is damaged. Get it again; nothing of it came in."),
    "article-file/empty": _t("There is no text in {path}. Nothing was taken in."),
    "article-file/encrypted": _t(
        "{path} is locked with a password. Save a copy without it, then import that."
    ),
    "article-file/entities": _t(
        "{path} declares entities, which may be an attack. Save it as plain text first."
    ),
    "article-file/is-folder": _t("{path} is a folder. Use File > Import a folder."),
    "article-file/is-project": _t("{path} is a Pressmark project. Use File > Open for it."),
    "article-file/missing": _t("{path} is not there. It may have been moved."),
    "article-file/no-permission": _t("You may not read {path}. Ask its owner, or take a copy."),
    "article-file/no-article": _t("No article was found in {path}. Copy its text and paste it."),
    "article-file/no-such-column": _t(
        "{path} has no column “{name}”. Choose another one in the preview."
    ),
    "article-file/no-text-column": _t(
        "It is not plain which column of {path} holds the text. Choose it in the preview."
    ),
    "article-file/out-of-memory": _t(
        "{path} needs more memory than a file may have. Split it, or save it as plain text."
    ),
    "article-file/scanned": _t(
        "{path} holds pictures of pages and no text. Have its text recognised (OCR) first."
    ),
    "article-file/too-deep": _t("{path} is packed or nested too deep to be read. Unpack it first."),
    "article-file/too-large": _t("{path} is larger than {limit}. Split it into articles first."),
    "article-file/too-long": _t(
        "Reading {path} took longer than {limit} s and was stopped. Save it as plain text first."
    ),
    "article-file/too-many-files": _t(
        "{path} holds more than {limit} files. Split it into several."
    ),
    "article-file/too-much": _t(
        "{path} unpacks to more than {limit}. Unpack it yourself if you trust it."
    ),
    "article-file/undecodable": _t("{path} is not text in {encoding}. Choose another encoding."),
    "article-file/unknown-encoding": _t(
        "There is no encoding {encoding}. Choose another for {path}."
    ),
    "article-file/unsupported": _t(
        "{path} is {kind}, which Pressmark does not read. Save it as {instead} first."
    ),
    "article-file/unreadable": _t(
        "{path} cannot be read. See whether its disk or network is there."
    ),
    "format/bad-line": _t("Line {line} of {path} is not understood. Nothing of it was taken in."),
    "format/bad-option": _t("This format's {option} can be {choices}. Choose one of these."),
    "format/damaged-zip": _t("{path} is a damaged zip. Get it again; nothing of it came in."),
    "format/needs-files": _t(
        "This format is several files. Choose a folder or a zip of them, not {path}."
    ),
    "format/needs-folder": _t("These options make several files. Choose a name ending in .zip."),
    "format/bad-label-set": _t(
        "{path} is no label set that Pressmark can read. Nothing was changed."
    ),
    "format/too-large": _t("{path} is larger than {limit}. Split it, then import it again."),
    "format/too-large-unpacked": _t(
        "{path} would unpack to more than {limit}. Split it; nothing of it came in."
    ),
    "format/too-many-files": _t("{path} holds more than {limit} files. Split it into several."),
    "format/unreadable": _t("{path} cannot be read. See whether its disk or network is there."),
    "format/unsafe-names": _t(
        "{path} has files whose names lead out of it or repeat. Nothing of it came in."
    ),
    "format/empty": _t("There is nothing in {path}. Nothing was taken in."),
    "format/lossy": _t("This format would lose {count} annotations. Choose another one."),
    "format/no-names": _t("{path} has no column called name. Call one so, then try again."),
    "format/no-option": _t("This format has no {option}. It has {options}."),
    "format/no-package": _t(
        "This format needs {package}, which is not installed. Take Pressmark JSONL, which loses "
        "nothing either."
    ),
    "format/no-such-format": _t("There is no format {id} here. Choose another one."),
    "format/read-only-format": _t("This format can be read only. Choose another one."),
    "format/replaces-project": _t("{path} is a Pressmark project. Choose another name."),
    "format/no-format": _t("{path} is no annotation set that Pressmark reads. Nothing came in."),
    "format": _t("This cannot be written or read ({case}). Choose another format or place."),
    # The rest.
    "settings": _t("The settings cannot be kept in {path}. They hold until you quit."),
    "settings/bad-setting": _t(
        "In {path}, “{name}” cannot be {value}. Correct it there; nothing was changed."
    ),
    "settings/newer-settings": _t(
        "{path} comes from a newer Pressmark. Update this one; nothing was changed."
    ),
    "settings/no-settings": _t(
        "{path} holds no settings of Pressmark. Choose a file that it exported."
    ),
    "cancelled": _t("Stopped. Nothing was changed."),
    "query": _t("This cannot be searched for. Change the pattern."),
    "query/bad-pattern": _t("This is no regular expression ({reason}). Change it."),
    "query/too-complex": _t("The pattern is too complex to be tried out. Make it simpler."),
    "unexpected": _t(
        "Something unexpected went wrong ({kind}). Your edits are kept; Help > Copy diagnostics "
        "has what a report needs.",
    ),
}
