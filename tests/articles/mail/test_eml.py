import json
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given, settings

from pressmark.articles.extract import Extract, PartRefused, Wishes
from pressmark.articles.kinds import kind_of
from pressmark.articles.mail.eml import read_eml
from pressmark.articles.mail.mbox import read_mbox
from pressmark.errors import ArticleFileError
from tests.articles.mail.making import alternative, mail, only, read, told, zones
from tests.articles.pdf.made_pdf import drawn
from tests.spoilt import broken

KOREAN = "대통령은 회담을 연기했다고 밝혔다."
CHINESE = "外交部发言人周二表示，双方没有签署任何文件。"
RUSSIAN = "Министр отложил переговоры, сказал его представитель."


def test_a_mail_is_its_text_and_what_its_header_says() -> None:
    found = only(mail("First — words.\r\n\r\nSecond.\r\n".encode()))
    assert found.text == "First — words.\n\nSecond."
    assert (found.title, found.byline, found.source) == ("Talks", "Ada Exämple", "example.org")
    assert found.published == "2024-05-31T12:00:00Z"


@pytest.mark.parametrize(
    ("label", "codec", "text"),
    [
        ("gb2312", "gb18030", CHINESE + "屄镕"),
        ("ks_c_5601-1987", "cp949", KOREAN + "똠방각하"),
        ("windows-1251", "cp1251", RUSSIAN),
        ("koi8-r", "koi8_r", RUSSIAN),
        ("iso-8859-1", "cp1252", "“So nicht”, sagte er – später."),
        ("iso-2022-jp", "iso2022_jp", "首相は会談を延期すると述べた。"),
        ("unknown-8bit", "cp1251", RUSSIAN),
        ("us-ascii", "utf_8", "Das war ein Missverständnis, sagte sie."),
        ("x-no-such-thing", "utf_8", KOREAN),
        ("rot13", "utf_8", KOREAN),
        ("utf-8", "cp1251", RUSSIAN),
    ],
)
def test_text_is_read_in_its_encoding_whatever_the_label_says(
    label: str, codec: str, text: str
) -> None:
    assert only(mail(text.encode(codec), kind=f'text/plain; charset="{label}"')).text == text


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        (b"=?gb2312?B?tPq/qrj3tdjU9ta1y7C3osax?=", "代开各地增值税发票"),
        (b"=?utf-8?q?caf=C3=A9?= =?utf-8?q?_bar?=", "café bar"),
        (b"=?utf-8?b?7JWI?=" + b"\n =?utf-8?b?64WV?=", "안녕"),
        (b"=?utf-8?B?7A==?= =?utf-8?B?lYg=?=", "안"),
        (RUSSIAN.encode("cp1251"), RUSSIAN),
        (b"=?utf-8?q?cut", "=?utf-8?q?cut"),
        (b"=?nonsense?q?abc?=", "abc"),
        (b"plain", "plain"),
    ],
)
def test_titles_are_decoded(subject: bytes, title: str) -> None:
    assert only(b"From: a@b.c\nSubject: " + subject + b"\n\nText.").title == title


def test_html_alone_is_text_with_its_hidden_preview_marked() -> None:
    page = (
        b"<html><body><div style='display:none'>Preview words</div><h1>News</h1>"
        b"<p>One thing.</p><p>Another thing.</p></body></html>"
    )
    found = only(mail(page, kind="text/html; charset=utf-8"))
    assert found.text.split("\n\n")[-3:] == ["News", "One thing.", "Another thing."]
    assert zones(found) == [("hidden", "Preview words")]


def test_the_plain_reading_stands_where_it_says_as_much() -> None:
    page = "<p>The talks failed on Tuesday, and nobody signed the papers.</p>" * 5
    assert only(
        alternative("The talks failed on Tuesday, nobody signed." * 2, page)
    ).text.startswith("The talks failed on Tuesday, nobody")
    assert "papers" in only(alternative("View this in your browser.", page)).text


def test_flowed_lines_are_one_and_quotations_and_signatures_are_zones() -> None:
    body = (
        "This paragraph flows \nover two lines.\n\nOn Monday Ada wrote:\n> quoted words \n> flow as"
        " well\n\nMine again.\n-- \nAda\nExample Ltd"
    )
    data = mail(body.encode(), kind="text/plain; format=flowed; charset=utf-8")
    found = only(data)
    assert found.text == (
        "This paragraph flows over two lines.\n\nOn Monday Ada wrote:\n> quoted words flow as well"
        "\n\nMine again.\n-- \nAda\nExample Ltd"
    )
    assert zones(found) == [
        ("quoted", "On Monday Ada wrote:\n> quoted words flow as well"),
        ("signature", "-- \nAda\nExample Ltd"),
    ]
    alone = only(data, boilerplate="left-out")
    assert alone.text == "This paragraph flows over two lines.\n\nMine again."
    assert [(one.code, one.count) for one in alone.remarks] == [("boilerplate-left-out", 2)]


def attached() -> EmailMessage:
    message = EmailMessage()
    message["Subject"], message["From"] = "Talks", "ada@example.org"
    message.set_content("See the files.")
    message.add_attachment(
        drawn("BT /F1 12 Tf 20 350 Td (Words of a PDF.) Tj ET"),
        maintype="application",
        subtype="pdf",
        filename="talks.pdf",
    )
    message.add_attachment(b"\x00\x01", maintype="audio", subtype="mpeg", filename="звук.mp3")
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="a.png")
    message.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf", filename="bad.pdf")
    return message


def test_attached_articles_come_in_and_other_files_are_named() -> None:
    own, pdf, bad = read(attached().as_bytes())
    assert isinstance(own, Extract)
    assert isinstance(pdf, Extract)
    assert own.text == "See the files."
    assert [(one.code, one.count, one.fact) for one in own.remarks] == [
        ("left-out-pictures", 1, ""),
        ("left-out-attachment", 1, "звук.mp3"),
    ]
    assert (pdf.part, pdf.text, pdf.kind) == ("talks.pdf", "Words of a PDF.", "pdf")
    assert isinstance(bad, PartRefused)
    assert (bad.part, bad.case) == ("bad.pdf", "damaged")


def test_mails_in_mails_come_in_five_deep() -> None:
    message = attached()
    for subject in ("Fwd: one", "Fwd: two", "Fwd: three", "Fwd: four", "Fwd: five"):
        outer = EmailMessage()
        outer["Subject"], outer["From"] = subject, "bob@example.org"
        outer.set_content(f"Text of {subject}.")
        outer.add_attachment(message)
        message = outer
    found = read(message.as_bytes())
    parts = ["", "Fwd: four", "Fwd: three", "Fwd: two", "Fwd: one"]
    assert [one.part for one in found] == [", ".join(parts[1 : at + 1]) for at in range(5)]
    last = found[-1]
    assert isinstance(last, Extract)
    assert last.text == "Text of Fwd: one."
    assert ("left-out-attachment", "Talks") in told(last).items()


@pytest.mark.parametrize(
    "data",
    [
        mail(b"--x\n", kind='multipart/encrypted; boundary="x"'),
        mail(b"MIAG", kind="application/pkcs7-mime; smime-type=enveloped-data"),
        mail(b"-----BEGIN PGP MESSAGE-----\n\nhQEM\n-----END PGP MESSAGE-----\n"),
    ],
    ids=["PGP/MIME", "S/MIME", "PGP"],
)
def test_locked_mails_are_refused(data: bytes) -> None:
    with pytest.raises(ArticleFileError) as caught:
        read(data)
    assert caught.value.case == "encrypted"


def test_a_mail_without_words_is_empty() -> None:
    with pytest.raises(ArticleFileError) as caught:
        read(mail(b"\n"))
    assert caught.value.case == "empty"


def test_letters_tell_the_language_of_a_mail_that_does_not() -> None:
    assert only(mail("정부는 수요일 새로운 제재를 발표했다.".encode())).language == "ko"


def test_parts_behind_another_boundary_than_named_are_found() -> None:
    body = b"\n--other\nContent-Type: text/html\n\n<p>Words.</p>\n--other--\n"
    assert only(mail(body, kind='multipart/alternative; boundary="named"')).text == "Words."


def test_a_mailbox_is_the_mails_in_it() -> None:
    box = b"".join(
        b"From ada@example.org Fri May 31 12:00:00 2024\nFrom: a@b.c\nSubject: Talk %d\n"
        b"To: d@e.f\n\nText of %d.\n>From the desk.\n\n" % (number, number)
        for number in (1, 2)
    )
    assert kind_of(box, "x").id == "mbox"
    found = list(read_mbox(box, Wishes()))
    assert [(one.part, getattr(one, "text", "")) for one in found] == [
        ("1", "Text of 1.\nFrom the desk."),
        ("2", "Text of 2.\nFrom the desk."),
    ]


@settings(max_examples=60)
@given(broken(attached().as_bytes()))
def test_broken_mails_cost_nothing_but_themselves(data: bytes) -> None:
    try:
        list(read_eml(data, Wishes()))
    except ArticleFileError as error:
        assert error.case in {"encrypted", "empty", "binary"}  # noqa: PT017 -- only some are refused


def test_real_mails_come_in_as_their_gold(corpora: Path) -> None:
    folder = corpora / "inputs"
    for entry in json.loads((folder / "manifest.json").read_text("utf-8")):
        if entry["type"] != "eml" or not entry["file"].startswith("made-"):
            continue
        found = only((folder / entry["file"]).read_bytes())
        assert found.text == (folder / entry["gold"]).read_text("utf-8").strip("\n")
