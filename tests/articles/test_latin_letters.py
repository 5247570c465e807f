import pytest

from pressmark.articles.decoding import decode
from pressmark.articles.latin_letters import is_latin, likeness

SENTENCES = {
    "cp1252": (
        "Le ministère a démenti : « C’est un mensonge », a déclaré la porte-parole à l’Élysée.",
        "Die Behörde bestätigte, dass die Maßnahmen für zwölf Unternehmen gälten und prüfe sie.",
        "El portavoz negó la acusación: «No habrá más sanciones este año», señaló Muñoz.",
        "O ministro afirmou que as sanções não serão levantadas até à próxima reunião da União.",
    ),
    "cp1250": (
        "Rzecznik rządu zaprzeczył, że Łódź wysłała żołnierzy; jego zdaniem są to kłamstwa.",
        "Mluvčí vlády popřel, že by úřad věděl o dodávkách zboží; žádné důkazy prý neexistují.",
        "A szóvivő cáfolta, hogy a minisztérium tudott a szállításról, és bűnösnek nevezte őket.",
    ),
    "cp1254": ("Bakanlık sözcüsü, yaptırımların geçerliliğini sürdüreceğini, iddiaları reddetti.",),
    "cp1257": (
        "Ministrs noliedza, ka uzņēmums pārkāpis sankcijas; arī viņa ģenerālis kļuva kluss.",
    ),
}


@pytest.mark.parametrize(
    ("codec", "sentence"),
    [(codec, sentence) for codec, some in SENTENCES.items() for sentence in some],
)
def test_a_short_article_in_a_latin_script_is_read_right(codec: str, sentence: str) -> None:
    assert decode(sentence.encode(codec)).text == sentence


def test_letters_of_no_one_language_count_against_a_reading() -> None:
    french = SENTENCES["cp1252"][0]
    assert likeness(french) == 1
    assert likeness(french.encode("cp1252").decode("cp1250", "replace")) < 1
    assert likeness("plain") == 1


def test_which_script_most_letters_are_of() -> None:
    assert is_latin("plain")
    assert is_latin("Ärger über Größe in Київ")
    assert not is_latin("Київ – Genève")
