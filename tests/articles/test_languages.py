import pytest

from pressmark.articles.languages import language_of

GERMAN = 2 * (
    "Die Hafenarbeiter haben am Montag beschlossen, zehn Tage lang keine Schiffe mehr zu beladen, "
    "wie die Gewerkschaft mitteilte, und die Behörde hat das bestritten."
)
SPANISH = 2 * (
    "Los trabajadores del puerto votaron el lunes a favor de no cargar más barcos durante diez "
    "días, según dijo el sindicato, y la autoridad lo ha negado en un comunicado."
)
UKRAINIAN = 2 * (
    "Портовики проголосували в понеділок за те, щоб не вантажити судна протягом десяти днів, і "
    "адміністрація заперечує це, як повідомили журналістам у профспілці, яка діє від весни."
)


@pytest.mark.parametrize(
    ("told", "text", "tag"),
    [
        ((), GERMAN, "de"),
        (("de_at",), GERMAN, "de-AT"),
        (("en-US",), GERMAN, "de"),
        (("es-419", "en"), SPANISH, "es-419"),
        ((), UKRAINIAN, "uk"),
        (("ru",), UKRAINIAN, "uk"),
        (("en",), "정부는 수요일 새로운 제재를 발표했다.", "ko"),
        ((), "政府が発表した新しい制裁について", "ja"),
        (("zh-hans-cn",), "政府宣布了新的制裁措施", "zh-Hans-CN"),
        ((), "政府宣布了新的制裁措施", None),
        ((), "政府宣布了新的制裁措施，" * 10, "zh"),
        (("fa",), "دولت تحریم‌های تازه‌ای اعلام کرد", "fa"),
        (("en",), "دولت تحریم‌های تازه‌ای اعلام کرد", None),
        (("en",), "Kwanzaa", "en"),
        (("ru",), "Kwanzaa", None),
        (("not a tag", "x"), "Kwanzaa", None),
        (("en",), "", "en"),
    ],
)
def test_words_and_letters_go_before_what_is_told(
    told: tuple[str, ...], text: str, tag: str | None
) -> None:
    assert language_of(told, text) == tag
