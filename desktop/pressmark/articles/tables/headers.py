"""What columns are called that hold a field of an article, in the languages people save them in."""

import re
from collections.abc import Mapping

from pressmark.phrases import phrase

FIELD_WORDS: Mapping[str, str] = {
    "text": phrase("Text"),
    "title": phrase("Title"),
    "byline": phrase("Byline"),
    "source": phrase("Source"),
    "published": phrase("Published"),
    "url": phrase("Address"),
    "language": phrase("Language"),
    "keywords": phrase("Keywords"),
}
"""What a column can be mapped to, fields of an extract, in words."""
FIELDS = tuple(FIELD_WORDS)

_NAMES: Mapping[str, str] = {
    "text": """
        text, full text, fulltext, body, article body, article text, body text, main text, maintext
        content, contents, content text, content html, article, story, transcript, raw text
        текст, повний текст, текст статті, тіло, вміст, зміст, полный текст, текст статьи
        содержание, контент, inhalt, volltext, artikeltext, texte, texte intégral, corps, contenu
        texto, texto completo, cuerpo, contenido, testo, testo completo, contenuto, tekst, treść
        conteúdo, corpo, metin, içerik, obsah, szöveg, κείμενο, 本文, 正文, 内容
        全文, 內容, 본문, 내용, النص, نص, المحتوى, טקסט, תוכן
        """,
    "title": """
        title, headline, head, heading, name of article, заголовок, назва, название, titel
        überschrift, schlagzeile, titre, título, titulo, titular, titolo, tytuł, nagłówek, başlık
        nadpis, název, cím, τίτλος, 标题, 標題, タイトル, 見出し, 題名, 제목, عنوان, العنوان, כותרת
        """,
    "byline": """
        author, authors, byline, by, writer, written by, journalist, reporter, creator, автор
        автори, авторы, журналіст, журналист, autor, autoren, autorin, verfasser, auteur
        auteurs, autores, autore, autori, autorzy, yazar, szerző, συγγραφέας, 作者, 著者, 記者, 记者
        기자, 저자, 작성자, الكاتب, كاتب, مؤلف, מחבר
        """,
    "source": """
        source, publisher, publication, outlet, newspaper, medium, media, media name, site, sitename
        site name, website, domain, source domain, hostname, feed, channel, press, journal, agency
        джерело, видання, змі, источник, издание, сми, quelle, zeitung, herausgeber, fuente, medio
        fonte, testata, źródło, gazeta, kaynak, zdroj, forrás, πηγή, journal, éditeur, 来源
        來源, 媒体, 出典, 掲載紙, 출처, 언론사, 매체, المصدر, مصدر, מקור
        """,
    "published": """
        published, date published, published date, publish date, publication date, date publish
        published at, published on, pubdate, pub date, date, datetime, date time, day, time
        timestamp, created, created at, posted, posted at, issued, дата, дата публікації
        опубліковано, дата публикации, опубликовано, datum, erscheinungsdatum, veröffentlicht
        date de publication, fecha, fecha de publicación, data, data pubblicazione, data publikacji
        tarih, dátum, ημερομηνία, 日期, 发布时间, 發布時間, 日付, 日時, 날짜, 작성일, 게시일, 일자
        تاريخ, التاريخ, תאריך
        """,
    "url": """
        url, link, uri, web url, article url, href, permalink, page url, source url, web address
        посилання, ссылка, адреса, lien, enlace, collegamento, adres, bağlantı, odkaz, 链接, 連結
        網址, リンク, 링크, 주소, رابط, الرابط, קישור
        """,
    "language": """
        language, lang, locale, language code, мова, язык, sprache, langue, idioma, lingua, język
        dil, jazyk, nyelv, γλώσσα, 语言, 語言, 言語, 언어, اللغة, שפה
        """,
    "keywords": """
        keywords, keyword, tags, tag, categories, category, topics, topic, section, subjects
        теги, мітки, ключові слова, рубрика, метки, ключевые слова, schlagwörter, schlagworte
        stichwörter, rubrik, mots clés, mots-clés, étiquettes, rubrique, palabras clave, etiquetas
        parole chiave, categoria, słowa kluczowe, tagi, etiketler, klíčová slova, kulcsszavak
        关键词, 標籤, 标签, キーワード, タグ, 키워드, 태그, 분류, كلمات مفتاحية, מילות מפתח
        """,
}
_SAYING_LITTLE = frozenset({"article", "news", "story", "web", "page", "post", "document", "item"})
"""Words before the one that tells: an article title is a title; an image title is none."""
_DOTTED = re.compile(r"[\w@#$-]+(?:\.[\w@#$-]+){1,5}")
_SAYING_NOTHING = frozenset({"name", "main", "rendered", "value", "text", "#text", "$t", "full"})
"""What is called by what it lies in: `source.name`, `title.rendered`, `body.text`."""
_AROUND = frozenset(
    {
        *("fields", "attributes", "properties", "data", "_source", "meta", "metadata"),
        *("article", "item", "document", "doc", "post", "node"),
    }
)
"""Objects that only hold things: what lies in them is called by its own name."""
_LESS_SURE = 100
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_NO_WORD = re.compile(r"[\W_]+")


def _normal(header: str) -> str:
    return _NO_WORD.sub(" ", _CAMEL.sub(" ", header)).strip().casefold()


_RANKS: Mapping[str, Mapping[str, int]] = {
    field: {_normal(name): at for at, name in enumerate(re.split(r"[,\n]", names)) if name.strip()}
    for field, names in _NAMES.items()
}


def rank(field: str, header: str) -> int | None:
    """Return how well a header names a field, 0 the best; None where it does not.

    Names with dots say where in an object something lies: "source.name", "fields.headline".
    """
    whole = _rank(field, header)
    if whole is not None or not _DOTTED.fullmatch(header):
        return whole
    above, _, last = header.rpartition(".")
    found = rank(field, above) if last.casefold() in _SAYING_NOTHING else None
    if found is None and set(above.casefold().split(".")) <= _AROUND:
        found = _rank(field, last)
    return None if found is None else found + _LESS_SURE


def _rank(field: str, header: str) -> int | None:
    words = _normal(header)
    first, _, rest = words.partition(" ")
    ranks = _RANKS[field]
    return ranks.get(words, ranks.get(rest) if first in _SAYING_LITTLE and rest else None)


def names_text(header: str) -> bool:
    """Say whether a column of texts is called so."""
    return rank("text", header) is not None


def is_known(header: str) -> bool:
    """Say whether a cell is what a column of articles is called."""
    return any(rank(field, header) is not None for field in FIELDS)
