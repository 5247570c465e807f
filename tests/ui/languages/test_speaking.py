import pytest
from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from pressmark.catalogue import languages
from pressmark.store.settings import LANGUAGES
from pressmark.ui.languages import speaking
from pressmark.ui.languages.speaking import speak
from pressmark.ui.moments import day_words
from pressmark.ui.reading.language_names import language_name
from pressmark.ui.words import counted, phrase, translated
from tests.ui.languages.speaking_of import spoken


@pytest.fixture(autouse=True)
def _system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(speaking.VARIABLE, raising=False)


def test_english_needs_no_catalogue(qapp: QApplication) -> None:
    with spoken(qapp, "en"):
        assert translated(phrase("Save as…")) == "Save as…"
        assert QLocale().language() == QLocale.Language.English


def test_ukrainian_is_spoken_and_counted(qapp: QApplication) -> None:
    with spoken(qapp, "uk"):
        assert translated(phrase("Save as…")) == "Зберегти як…"
        told = [counted(phrase("{n} article"), phrase("{n} articles"), n) for n in (1, 2, 5, 21)]
        assert told == ["1 стаття", "2 статті", "5 статей", "21 стаття"]
    assert translated(phrase("Save as…")) == "Save as…"


def test_the_words_of_qt_are_translated_too(qapp: QApplication) -> None:
    with spoken(qapp, "uk"):
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        assert box.button(QDialogButtonBox.StandardButton.Cancel).text() == "Скасувати"
        box.deleteLater()


def test_dates_and_numbers_are_written_as_the_language_does(qapp: QApplication) -> None:
    with spoken(qapp, "uk"):
        assert day_words(QDate(2024, 5, 27)) == "27 травня 2024"
        assert QLocale().toString(12500) == "12\N{NO-BREAK SPACE}500"


@pytest.mark.parametrize(
    ("wanted", "language"),
    [
        (["uk-UA", "en-US"], "uk"),
        (["ko-KR", "uk"], "uk"),
        (["en-GB", "uk"], "en"),
        (["ko-KR"], "en"),
        ([], "en"),
    ],
)
def test_the_system_says_which_language(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, wanted: list[str], language: str
) -> None:
    monkeypatch.setattr(QLocale, "uiLanguages", lambda _: wanted)
    with spoken(qapp, "en"):
        assert speaking._chosen("system") == language


@pytest.mark.parametrize("setting", ["tlh", "", "../uk"])
def test_a_language_that_is_not_there_is_english(qapp: QApplication, setting: str) -> None:
    with spoken(qapp, "en"):
        assert speak(setting) == "en"


def test_developers_have_two_more(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(speaking.VARIABLE, "xx-mirror")
    with spoken(qapp, "en"):
        assert translated(phrase("Save as…")) == "\N{RIGHT-TO-LEFT MARK}⟪Save as…⟫"
        assert qapp.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert {"en", "uk"} <= {*languages()}


def test_a_language_is_called_by_its_own_name_in_the_settings(qapp: QApplication) -> None:
    with spoken(qapp, "uk"):
        assert [translated(LANGUAGES[code]) for code in ("en", "uk")] == ["English", "Українська"]
        assert [language_name(code) for code in ("en", "ko-KR")] == ["англійська", "корейська"]
    assert [language_name(code) for code in ("en", "ko-KR", "x1")] == ["English", "Korean", "x1"]
