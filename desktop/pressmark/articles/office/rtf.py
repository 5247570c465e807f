"""RTF, as all word processors write it."""

from collections.abc import Iterator

from pressmark.articles.extract import Found, Wishes
from pressmark.articles.office.document import Document, Properties, keywords_in, one_line
from pressmark.articles.office.rtf_body import RtfBody
from pressmark.errors import ArticleFileError


def read_rtf(data: bytes, wishes: Wishes) -> Iterator[Found]:
    """Take the text of an RTF file as it reads once all tracked changes are accepted.

    A file that ends too early comes as far as it goes, with a remark. ArticleFileError `empty`,
    or `damaged` where this is no RTF.
    """
    data = data.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not data.startswith(b"{\\rtf"):
        raise ArticleFileError("damaged")
    document = Document()
    body = RtfBody(document)
    body.read(data)
    document.remarks["cut-off"] = int(body.is_cut_off)
    said = Properties(
        title=one_line(body.said.get("title")),
        byline=one_line(body.said.get("author")),
        keywords=keywords_in(body.said.get("keywords", "")),
    )
    yield document.extract("rtf", said, wishes)
