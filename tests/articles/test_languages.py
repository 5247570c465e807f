import subprocess
import sys

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


SAID = {
    "ar": "قال متحدث باسم الحكومة يوم الجمعة إن المحادثات حول الحبوب مستمرة ونفى التقارير التي "
    "تحدثت عن التوصل إلى اتفاق. وأضاف أن السفن لا تزال في الميناء منذ بداية الأسبوع.",
    "fa": "سخنگوی دولت روز جمعه گفت که گفت‌وگوها درباره غلات ادامه دارد و گزارش‌ها درباره رسیدن به "
    "توافق را رد کرد. او افزود که کشتی‌ها از ابتدای هفته در بندر مانده‌اند.",
    "ur": "حکومت کے ترجمان نے جمعے کو کہا کہ اناج کے بارے میں بات چیت جاری ہے اور ان خبروں کی "
    "تردید کی کہ کوئی معاہدہ ہو چکا ہے۔",
    "he": "דובר הממשלה אמר ביום שישי כי השיחות על התבואה נמשכות והכחיש את הדיווחים על כך שהושג "
    "הסכם. לדבריו, האוניות עומדות בנמל מתחילת השבוע ובעלי המטען ממתינים לאישור.",
    "yi": "דער רעדנער פֿון דער רעגירונג האָט געזאָגט, אַז די אונטערהאַנדלונגען גייען װײַטער און מע "
    "װאַרט אױף אַ החלטה.",
    "hi": "सरकार के प्रवक्ता ने शुक्रवार को कहा कि अनाज पर बातचीत जारी है और उन खबरों का खंडन किया कि "
    "समझौता हो चुका है। जहाज सप्ताह की शुरुआत से बंदरगाह में खड़े हैं।",
    "mr": "सरकारच्या प्रवक्त्याने सांगितले की धान्याबाबत चर्चा सुरू आहे आणि करार झाल्याच्या बातम्या "
    "त्यांनी नाकारल्या आहेत. जहाजे बंदरात उभी आहेत.",
    "sr": "Портпарол владе рекао је у петак да се преговори о житу настављају и демантовао вести "
    "да је споразум већ постигнут. Према његовим речима, бродови стоје у луци од почетка недеље.",
    "el": "Ο εκπρόσωπος της κυβέρνησης είπε ότι οι συνομιλίες συνεχίζονται.",
    "th": "โฆษกรัฐบาลกล่าวว่าการเจรจายังดำเนินต่อไป",
    "ka": "მთავრობის წარმომადგენელმა თქვა, რომ მოლაპარაკებები გრძელდება.",
    "hy": "Կառավարության խոսնակն ասաց, որ բանակցությունները շարունակվում են։",
    "ta": "பேச்சுவார்த்தைகள் தொடர்வதாக அரசு செய்தித் தொடர்பாளர் கூறினார்.",
    "bn": "সরকারের মুখপাত্র বলেছেন যে আলোচনা চলছে এবং কোনো চুক্তি হয়েছে এমন খবর তিনি অস্বীকার করেছেন। "
    "তিনি বলেন জাহাজ সপ্তাহের শুরু থেকে বন্দরে আছে এবং মালিকরা অনুমতির জন্য অপেক্ষা করছেন।",
    "km": "អ្នកនាំពាក្យរដ្ឋាភិបាលបាននិយាយថា ការចរចានៅតែបន្ត។",
    "ja": "カタカナダケノテキスト",
}


@pytest.mark.parametrize("language", SAID)
def test_a_language_is_told_by_its_script_letters_and_words(language: str) -> None:
    assert language_of((), SAID[language]) == language
    assert language_of(("en",), SAID[language]) == language


@pytest.mark.parametrize("language", ["ar", "fa", "he", "hi", "bn", "sr"])
def test_a_few_words_tell_no_language_that_shares_its_script(language: str) -> None:
    assert language_of((), " ".join(SAID[language].split()[:3])) is None


def test_the_lists_of_words_are_read_without_the_program_that_has_them() -> None:
    asked = (
        "import sys; from pressmark.articles.languages import language_of as told;"
        "told((), 'und die der das ' * 20); sys.exit('justext' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", asked], check=False).returncode == 0
