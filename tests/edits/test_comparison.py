from itertools import pairwise
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from pressmark.edits.comparison import Stretch, compared, legible, rewritten
from tests.strategies import texts

few = st.text("ab .\n", max_size=40)


def check(old: str, new: str) -> tuple[Stretch, ...]:
    """Compare, and see that the stretches lead through both texts and say the truth."""
    stretches = compared(old, new)
    i = j = 0
    for one in stretches:
        assert (one.old.start, one.new.start) == (i, j)
        assert one.old.length or one.new.length
        i, j = one.old.end, one.new.end
        if one.same:
            assert old[slice(*one.old)] == new[slice(*one.new)]
    assert (i, j) == (len(old), len(new))
    kinds = [one.same for one in stretches]
    assert all(kind != follow for kind, follow in pairwise(kinds))
    return stretches


def changed(old: str, new: str) -> list[tuple[str, str]]:
    return [(old[slice(*one.old)], new[slice(*one.new)]) for one in check(old, new) if not one.same]


@given(few | texts(), few | texts())
def test_stretches_lead_through_both_texts(old: str, new: str) -> None:
    check(old, new)


@given(few | texts())
def test_a_text_is_the_same_as_itself(text: str) -> None:
    assert all(one.same for one in check(text, text))


@given(texts(), texts(), texts())
def test_what_is_put_in_is_all_that_differs(before: str, middle: str, after: str) -> None:
    for was, now in changed(before + after, before + middle + after):
        assert len(was) <= len(now)


def test_a_word_that_was_corrected_is_all_that_differs() -> None:
    old = "The EU spoke. It met in Kyjiv.\n\nNobody came."
    assert changed(old, old.replace("Kyjiv", "Kyiv")) == [("Kyjiv", "Kyiv")]


def test_neighbouring_words_that_changed_are_one_difference_to_read() -> None:
    old, new = "Kim Jong spoke. He left.\n\nA b.", "Yang Moo spoke. He left.\n\nX b."
    assert changed(old, new) == [("Kim", "Yang"), ("Jong", "Moo"), ("A", "X")]
    read = [one for one in legible(compared(old, new), old) if not one.same]
    assert [old[slice(*one.old)] for one in read] == ["Kim Jong", "A"]


def test_sentences_that_came_and_went_are_told_apart() -> None:
    old = "One is here. Two is gone. Three stays."
    new = "One is here. Three stays. Four came."
    assert changed(old, new) == [(" Two is gone.", ""), ("", " Four came.")]


def test_a_cluster_and_a_marked_letter_are_never_cut() -> None:
    assert changed("a 👩‍👩‍👧 b", "a 👩‍👩‍👦 b") == [("👩‍👩‍👧", "👩‍👩‍👦")]
    assert changed("שָׁלוֹם עולם", "שָׁלֵם עולם") == [("שָׁלוֹם", "שָׁלֵם")]
    assert changed("제재를 부과했다.", "제재를 해제했다.") == [("부과했다", "해제했다")]
    assert changed("制裁を科した。", "制裁を解いた。") == [("科し", "解い")]


def test_a_long_text_of_one_article_again_and_again_is_compared_piece_by_piece(
    seeds: Path,
) -> None:
    seed = (seeds / "000_c7f105b3da0fbea6.txt").read_text(encoding="utf-8")
    old = seed * (1_000_000 // len(seed))
    assert changed(old, old.replace("North", "South", 1)) == [("North", "South")]
    assert len(changed(old, old.replace("North", "South"))) == old.count("North")
    cut = changed(old, old[:300_000] + old[300_500:700_000] + "More. " + old[700_000:])
    assert sum(len(was) - len(now) for was, now in cut) == 500 - len("More. ")
    assert sum(len(was) for was, _ in cut) < 2_000


def test_long_lists_of_few_words_are_compared_as_far_as_changes_are_few() -> None:
    old = [("aa", "bb", "cc")[at * at // 7 % 3] for at in range(4_000)]
    new = [word for at, word in enumerate(old) if at % 47]
    stretches = check(" ".join(old), " ".join(new))
    same = sum(one.old.length for one in stretches if one.same)
    assert same > 0.9 * len(" ".join(new))


def test_what_an_editor_cannot_show_is_kept_where_nothing_was_edited() -> None:
    original = "One\x00 two\u2029 three\ufffc. Four\u2029 five six.\n"
    shown = original.translate({0: "␀", 0x2029: "\n", 0xFFFC: "\ufffd"})
    edited = shown.replace("two", "2").replace("six", "6")
    assert rewritten(original, shown, edited) == original.replace("two", "2").replace("six", "6")


@given(texts(), texts(4), st.integers(0, 40), st.integers(0, 40))
def test_an_edit_changes_what_it_touches_only(
    original: str, typed: str, one: int, other: int
) -> None:
    start, end = sorted((min(one, len(original)), min(other, len(original))))
    shown = original.translate({0: "␀", 0x2029: "\n"})
    edited = shown[:start] + typed + shown[end:]
    made = rewritten(original, shown, edited)
    assert len(made) == len(edited)
    assert made.translate({0: "␀", 0x2029: "\n"}) == edited.translate({0: "␀", 0x2029: "\n"})
    assert rewritten(original, shown, shown) == original
