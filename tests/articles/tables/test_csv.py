import pytest

from pressmark.articles.extract import Extract, Found, PartRefused, Wishes
from pressmark.articles.tables.reading import read_csv
from pressmark.errors import ArticleFileError

LONG = "The minister denied it again on Monday. " * 5


def found(table: str | bytes, **columns: str) -> list[Found]:
    data = table if isinstance(table, bytes) else table.encode()
    return list(read_csv(data, Wishes(columns=columns)))


def taken(table: str | bytes, **columns: str) -> list[Extract]:
    return [one for one in found(table, **columns) if isinstance(one, Extract)]


def codes(extract: Extract) -> dict[str, str]:
    return {remark.code: remark.fact for remark in extract.remarks}


def test_every_field_finds_its_column() -> None:
    (one,) = taken(
        "Headline,Author,Newspaper,Publication Date,URL,Lang,Tags,Body,Words\n"
        'A,Ana,The Paper,27 May 2024,https://x.example/1,en_GB,"oil; gas, oil",The text.,2\n'
    )
    assert (one.title, one.byline, one.source, one.text) == ("A", "Ana", "The Paper", "The text.")
    assert (one.published, one.url, one.language) == ("2024-05-27", "https://x.example/1", "en-GB")
    assert (one.keywords, one.part) == (("oil", "gas"), "row 2")
    assert codes(one)["left-out-columns"] == "Words"
    assert codes(one)["guessed-columns"].startswith("text = Body, title = Headline, ")


@pytest.mark.parametrize(
    "header",
    [
        *(
            "Titel;Volltext",
            "Заголовок;Текст статті",
            "título;cuerpo",
            "タイトル;本文",
            "제목;본문",
        ),
        *("العنوان;النص", "article_title;ArticleBody", "TITLE;Full-Text"),
    ],
)
def test_headers_are_known_in_many_languages(header: str) -> None:
    (one,) = taken(f"{header}\nA;Said.\n")
    assert (one.title, one.text) == ("A", "Said.")


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251"])
def test_dialects_are_found_out(separator: str, encoding: str) -> None:
    table = f'Назва{separator}Текст\r\nПерша{separator}"Він сказав, що; так | ""ні""\tтак."\r\n'
    (one,) = taken(table.encode(encoding))
    assert (one.title, one.text) == ("Перша", 'Він сказав, що; так | "ні"\tтак.')


@pytest.mark.parametrize("separator", [",", ";", "\t", "|", "^", "~"])
def test_separators_are_seen(separator: str) -> None:
    (one,) = taken(separator.join(["title", "text"]) + f'\n"A{separator} b"{separator}Said.\n')
    assert (one.title, one.text) == (f"A{separator} b", "Said.")


def test_apostrophes_may_be_quotation_marks_and_mostly_are_not() -> None:
    first, second = taken("title,text\n'A, b','It is, so'\n'C','So, too'\n")
    assert (first.title, first.text, second.title) == ("A, b", "It is, so", "C")
    first, second = taken("title,text\n'Tis so,It's that\nB,'Twas\n")
    assert (first.title, first.text, second.text) == ("'Tis so", "It's that", "'Twas")


def test_line_ends_within_cells_are_kept() -> None:
    first, second = taken('title,text\r\nA,"one\r\n\r\ntwo"\r\n\r\nB,three\r\n')
    assert (first.text, first.part) == ("one\n\ntwo", "row 2")
    assert (second.text, second.part) == ("three", "row 4")


def test_a_table_may_name_nothing() -> None:
    first, second = taken(
        f"7,{LONG.strip()},https://x.example/1,2024-05-27\n8,{LONG.strip()}x,https://x.example/2,\n"
    )
    assert (first.text, first.url, first.published) == (
        LONG.strip(),
        "https://x.example/1",
        "2024-05-27",
    )
    assert codes(first)["left-out-columns"] == "A"
    assert second.published is None


def test_rows_above_the_header_are_told() -> None:
    (one,) = taken("Export of May\n\ntitle,text,url\nA,Said.,https://x.example\n")
    assert (one.title, one.part) == ("A", "row 4")
    assert "left-out-rows" in codes(one)


def test_one_column_is_the_text() -> None:
    assert [one.text for one in taken('body\n"Said, twice."\n')] == ["Said, twice."]


def test_wishes_come_before_guesses() -> None:
    table = "a,text,b\nThis is it.,not this,A\n"
    (one,) = taken(table, text="a", title="B")
    assert (one.text, one.title) == ("This is it.", "A")
    assert "guessed-columns" not in codes(one)
    (one,) = taken("title,text\nA,Said.\n", title="")
    assert one.title is None


def test_two_columns_that_could_be_the_text_are_asked_about() -> None:
    with pytest.raises(ArticleFileError) as refused:
        found("text,body\nThis is it.,This is so.\n")
    assert refused.value.case == "no-text-column"
    assert refused.value.facts["columns"] == "text, body"
    assert taken(f"text,body\nIn short.,{LONG}\n")[0].text == LONG


@pytest.mark.parametrize(
    ("table", "case"),
    [
        ("a,b\n1,2\n3,4\n", "no-text-column"),
        ("source,kind\n" + f"{'x' * 200},y\n", "no-text-column"),
    ],
)
def test_a_table_of_something_else_is_refused(table: str, case: str) -> None:
    with pytest.raises(ArticleFileError) as refused:
        found(table)
    assert refused.value.case == case


def test_a_column_that_is_not_there_is_named() -> None:
    with pytest.raises(ArticleFileError) as refused:
        found("title,text\nA,B\n", text="Body")
    assert (refused.value.case, refused.value.facts["name"]) == ("no-such-column", "Body")


def test_a_row_without_text_is_refused_alone() -> None:
    first, second, third = found("title,text\nA,Said.\nB, \nC,So.\n")
    assert second == PartRefused(part="row 3", case="empty")
    assert isinstance(first, Extract)
    assert isinstance(third, Extract)
    assert "guessed-columns" not in codes(third)


def test_what_does_not_fit_is_told() -> None:
    table = "title,text,date,lang\nA,Said.,5/6/2024,English,more\nB,So.\n"
    first, second = taken(table)
    assert codes(first)["left-out-cells"] == "more"
    assert codes(first)["unread-date"] == "5/6/2024"
    assert codes(first)["unread-language"] == "English"
    assert "short-row" in codes(second)


def test_a_quotation_mark_that_is_never_closed_is_told() -> None:
    (one,) = taken('title,text\nA,"Said.\nB,So.\n')
    assert "open-quote" in codes(one)


def test_html_in_a_cell_is_told_and_made_text() -> None:
    (one,) = taken('title,text\nA,"<p>One.</p><p>Two.</p>"\n')
    assert one.text == "One.\n\nTwo."
    assert "markup-taken-off" in codes(one)
    assert taken("title,text\nA,a < b and c > d\n")[0].text == "a < b and c > d"


def test_hidden_text_in_a_cell_is_a_zone_and_told() -> None:
    (one,) = taken("title,text\nA,\"<p>One.</p><p style='display:none'>Two.</p>\"\n")
    (zone,) = one.zones
    assert one.text[zone.start : zone.end] == "Two."
    assert "hidden-text" in codes(one)


def test_hostile_tables_cost_little() -> None:
    long = "x" * 10_000_000
    assert taken(f"title,text\nA,{long}\n")[0].text == long
    with pytest.raises(ArticleFileError, match="binary"):
        found(b"title,text\0\nA,\0\x01\x02" + b"\0\x03" * 500)
    assert taken("title,text\nA," + '"' * 100_001 + "\n")
    assert taken("title,text" + ",x" * 50_000 + "\nA,Said.\n")[0].text == "Said."


def test_annotations_of_webanno_are_no_articles() -> None:
    with pytest.raises(ArticleFileError, match="CAS XMI"):
        list(read_csv(b"#FORMAT=WebAnno TSV 3.3\n\n#Text=He said.\n1-1\t0-2\tHe\t_\t\n", Wishes()))
