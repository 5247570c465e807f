from pressmark.analysis.matching import any_of, matcher


def test_any_of_some_texts_is_one_pattern() -> None:
    pattern = any_of(["a.b", "a.b c", "(x"])
    found = matcher(pattern, pattern=True, case=True, marks=True)("a.b c (x axb a.b")
    assert [(one.start, one.end) for one in found] == [(0, 5), (6, 8), (13, 16)]
