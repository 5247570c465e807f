"""What people do to summary and judgements, at random."""

from collections.abc import Callable
from typing import TypeAlias

from hypothesis import strategies as st

from pressmark.edits.edit import Edit, Stamp
from pressmark.edits.judgements import (
    RemoveJudgement,
    SetSummary,
    changed_judgement,
    new_judgement,
    reordering,
)
from pressmark.model.project import Project

Step: TypeAlias = Callable[[Project], tuple[Edit, ...]]


def judging(
    stamp: Stamp, words: st.SearchStrategy[str], names: st.SearchStrategy[str]
) -> st.SearchStrategy[Step]:
    """One random thing that a person does to summary and judgements."""

    def change(**values: str | int | tuple[str, ...]) -> Step:
        return lambda project: changed_judgement(project, "j", **values)

    return st.one_of(
        st.builds(lambda word: lambda _: (SetSummary(word),), words),
        st.builds(lambda word: change(statement=word), words),
        st.builds(lambda word: change(likelihood=word), words),
        st.builds(lambda order: change(order=order), st.integers(0, 3)),
        st.builds(lambda ends: change(relies_on=tuple(ends)), st.sets(names)),
        st.builds(
            lambda word: lambda project: (new_judgement(project, stamp, statement=word),), words
        ),
        st.just(lambda _: (RemoveJudgement("j"),)),
        st.just(
            lambda project: reordering(project, [one.id for one in reversed(project.ranked())])
        ),
    )
