"""Pages as content systems of many years and places make them, around an article that is known."""

from collections.abc import Sequence


def _parts(text: str) -> tuple[str, ...]:
    return tuple(" ".join(part.split()) for part in text.split("\n\n"))


HEADLINE = "Port of Lisbon halts grain exports after strike vote"
ARTICLE = _parts(
    """\
Dock workers in Lisbon voted on Monday to stop loading grain ships for ten days, the union said, in
a dispute over night shifts that has simmered since spring.

“We have offered the port authority three ways out of this, and it took none of them,” the union’s
secretary, Ana Prado, told reporters outside the terminal.

The authority denied that it had refused to talk. In a written statement it said that two meetings
had been held last week, and that a third was planned for Thursday.

Eleven vessels were waiting off the coast on Tuesday morning, according to the harbour master,
carrying about 400,000 tonnes of wheat and maize between them.

Traders in Rotterdam said the halt would be felt within days. Futures for milling wheat rose by 2.1
percent, their largest gain in a month, before they gave up part of it.

The government has so far declined to order a minimum service. A spokesman said that such a step
would be taken “only if the supply of food were at risk”.

Strikes in the port have been rare: the last one, in 2016, ended after 35 days with a contract that
both sides called fair, and that runs out in December.
"""
)
NAVIGATION = "".join(
    f'<li><a href="/{name}">{name.title()}</a></li>'
    for name in ("home", "world", "politics", "business", "culture", "sport", "weather", "video")
)
TEASERS = "".join(
    f'<li><a href="/t{number}">{words}</a></li>'
    for number, words in enumerate(
        (
            "Minister resigns over pension letters",
            "Five charts that explain the price of bread",
            "Why the bridge at Faro stays closed",
            "Storm warning for the northern coast lifted",
        )
    )
)
_COMMENTS = _parts(
    """\
Honestly, I have worked in that port for twenty years and nobody ever asked us what we think about
those shifts, so good for them.

And who is going to pay for the ships that are waiting there? We are, as always, and nobody writes
a single word about that in the paper.

The last strike was in 2017, not in 2016, please check your facts before you publish.
"""
)
READERS = "".join(
    f'<li class="comment"><p class="comment-author">reader{number}</p><p>{words}</p></li>'
    for number, words in enumerate(_COMMENTS * 4)
)
FOOTER = (
    "<footer><p>© 2024 The Daily Example. All rights reserved.</p>"
    '<p><a href="/terms">Terms</a> <a href="/privacy">Privacy</a></p></footer>'
)


def paragraphs(article: Sequence[str] = ARTICLE, tag: str = "p") -> str:
    return "\n".join(f"<{tag}>{words}</{tag}>" for words in article)


def page(body: str, head: str = "", title: str = f"{HEADLINE} | The Daily Example") -> str:
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>{head}'
        f"</head><body>{body}</body></html>"
    )


def text_of(article: Sequence[str] = ARTICLE, headline: str = HEADLINE) -> str:
    return "\n\n".join((headline, *article))


def wordpress() -> str:
    return page(
        f'<div id="page" class="site"><header class="site-header"><nav><ul>{NAVIGATION}</ul></nav>'
        '</header><div id="primary"><main><article class="post type-post hentry">'
        f'<header class="entry-header"><h1 class="entry-title">{HEADLINE}</h1><div'
        ' class="entry-meta">By <a rel="author">Rui Costa</a> on <time class="entry-date published"'
        ' datetime="2024-05-14T08:30:00+01:00">May 14, 2024</time></div></header>'
        f'<div class="entry-content">{paragraphs()}<div class="sharedaddy sd-sharing-enabled">'
        '<h3 class="sd-title">Share this:</h3><ul><li><a>Twitter</a></li><li><a>Facebook</a></li>'
        f'</ul></div><div id="jp-relatedposts"><h3>Related</h3><ul>{TEASERS}</ul></div></div>'
        f'</article><div id="comments" class="comments-area"><h2>12 thoughts on “Port”</h2><ol'
        f' class="comment-list">{READERS}</ol></div></main></div><aside class="widget-area">'
        f"<h2>Recent posts</h2><ul>{TEASERS}</ul></aside></div>{FOOTER}"
    )


def drupal() -> str:
    return page(
        f'<div class="region region-header"><ul class="menu">{NAVIGATION}</ul></div><div'
        f' class="breadcrumb"><a>Home</a> » <a>World</a></div><h1 class="title">{HEADLINE}</h1>'
        '<div class="node node-article"><div class="submitted">Submitted by editor on Tue,'
        ' 05/14/2024 - 08:30</div><div class="content"><div class="field field-name-body"><div'
        f' class="field-items"><div class="field-item even" property="content:encoded">'
        f'{paragraphs()}</div></div></div><div class="field field-name-field-tags">Tags: <a>ports'
        f'</a></div></div></div><div class="region-sidebar"><ul>{TEASERS}</ul></div>{FOOTER}'
    )


def blogger() -> str:
    return page(
        f'<div class="tabs"><ul>{NAVIGATION}</ul></div><div class="main"><h2 class="date-header">'
        f'Tuesday, May 14, 2024</h2><div class="post"><h3 class="post-title">{HEADLINE}</h3><div'
        f' class="post-body" itemprop="articleBody">{"<br /><br />".join(ARTICLE)}<div style="clear'
        ':both;"></div></div><div class="post-footer">Posted by <span>Rui</span> at 8:30 AM</div>'
        f'</div></div><div class="sidebar"><h2>Blog Archive</h2><ul>{TEASERS}</ul></div>'
    )


def amp() -> str:
    first, second, *others = ARTICLE
    return page(
        f"<amp-sidebar><ul>{NAVIGATION}</ul></amp-sidebar><article><header><h1>{HEADLINE}</h1>"
        f'</header><section class="body"><p>{first}</p><figure><amp-img>'
        '<img src="a.jpg" width="640"></amp-img>'
        f"<figcaption>Grain silos in the port, seen on Monday. Photo: Example</figcaption></figure>"
        f"<p>{second}</p><amp-ad><div placeholder>Advertisement</div></amp-ad>{paragraphs(others)}"
        f"</section></article><amp-list><ul>{TEASERS}</ul></amp-list>{FOOTER}"
    )


def tables_of_2003() -> str:
    menu = "".join(f"<TR><TD><A HREF=x>{name}</A></TD></TR>" for name in ("News", "Sport", "Mail"))
    body = "<BR><BR>".join(ARTICLE)
    return (
        f"<HTML><HEAD><TITLE>{HEADLINE}</TITLE></HEAD><BODY BGCOLOR=white><TABLE WIDTH=100%><TR>"
        f"<TD VALIGN=top><TABLE>{menu}</TABLE></TD><TD><FONT SIZE=5><B>{HEADLINE}</B></FONT><BR>"
        f"<FONT SIZE=2>{body}</FONT></TD><TD><TABLE><TR><TD><B>More</B></TD></TR>"
        f"<TR><TD><UL>{TEASERS}</UL></TD></TR></TABLE></TD></TR></TABLE></BODY></HTML>"
    )


def endless() -> str:
    """Return a page that has loaded another article under the one it is about."""
    others = [words.replace("port", "museum").replace("grain", "ticket") for words in ARTICLE[::-1]]
    return page(
        f'<nav><ul>{NAVIGATION}</ul></nav><div class="stream"><article data-id="1"><h1>{HEADLINE}'
        f'</h1><div class="body">{paragraphs()}</div></article><div class="divider">Next story'
        f'</div><article data-id="2"><h1>Museum workers plan a week without tickets</h1><div'
        f' class="body">{paragraphs(others[:4])}</div></article></div>{FOOTER}'
    )


def divided() -> str:
    """Return a page whose article is cut in pieces by advertisements and newsletters."""
    pieces = "".join(
        f'<div class="chunk"><p>{words}</p></div><div class="ad-slot"><span>Advertisement</span>'
        "</div>"
        for words in ARTICLE
    )
    letter = (
        '<div class="newsletter-signup"><h3>Get our morning letter</h3><p>All the news you need to'
        " start your day, in your inbox at six.</p></div>"
    )
    return page(
        f'<div class="nav"><ul>{NAVIGATION}</ul></div><div class="story"><h1>{HEADLINE}</h1>'
        f"{pieces}{letter}</div><div class='rail'><ul>{TEASERS}</ul></div>{FOOTER}"
    )


def cookie_notice() -> str:
    """Return a short article under a long notice on cookies, and over one on rights."""
    notice = (
        "<p>We and our 842 partners store and access personal data, like browsing data, on your"
        " device. Selecting I Accept enables tracking for the purposes shown.</p>"
    )
    rights = (
        '<div id="legal"><p>No part of this site may be reproduced without permission in writing of'
        " the publisher, who takes no responsibility for what external sites contain.</p></div>"
    )
    return page(
        f'<nav><ul>{NAVIGATION}</ul></nav><div class="cc-window">{notice * 3}</div><div'
        f' class="story"><h1>{HEADLINE}</h1>{paragraphs()}</div>{rights}'
    )


def revealed_by_script() -> str:
    return page(
        f'<nav><ul>{NAVIGATION}</ul></nav><div id="app" style="visibility:hidden"><article>'
        f"<h1>{HEADLINE}</h1>{paragraphs()}</article></div>{FOOTER}"
    )


def twice() -> str:
    """Return a page that has its article once for small screens and once for large ones."""
    story = f"<h1>{HEADLINE}</h1>{paragraphs()}"
    return page(f'<div class="mobile">{story}</div><div class="desktop">{story}</div>{FOOTER}')


def newsletter() -> str:
    rows = "".join(f'<tr><td style="padding:9px">{words}</td></tr>' for words in ARTICLE)
    return page(
        '<table width="600"><tr><td><table><tr><td><img src="a.png"></td></tr></table></td></tr>'
        f"<tr><td><h1>{HEADLINE}</h1></td></tr>{rows}"
        '<tr><td><a href="x">Unsubscribe</a></td></tr></table>'
    )


def bare() -> str:
    words = "<P>".join(ARTICLE)
    return (
        f"<HTML><HEAD><TITLE>{HEADLINE}</TITLE><BODY><H2>{HEADLINE}</H2><P>{words}<HR>"
        "<FONT SIZE=1>Copyright 1999</FONT>"
    )


def own_elements() -> str:
    words = paragraphs(tag="news-line")
    return page(
        f"<nav><ul>{NAVIGATION}</ul></nav><news-story><h1>{HEADLINE}</h1><news-body>{words}"
        f"</news-body></news-story>{FOOTER}"
    )
