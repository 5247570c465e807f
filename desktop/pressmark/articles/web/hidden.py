"""What a page holds and does not show."""

import re

from lxml.html import HtmlElement

_UNSHOWN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|(?<![-\w])opacity\s*:\s*0(?:\.0+)?\s*(?:;|!|$)"
    r"|font-size\s*:\s*0(?:px|pt|em|rem|%)?\s*(?:;|!|$)|(?:text-indent|left|top)\s*:\s*-\d{4,}px"
    r"|clip\s*:\s*rect\(\s*(?:0|1px)",
    re.IGNORECASE,
)
_FOR_EARS = re.compile(
    r"(?:^|\s)(?:sr-only|visually-?hidden|screen-reader(?:-text)?|hidden-accessible|hide-text"
    r"|text-hide|(?:tooltip|popover|hover-?card|rollover)[\w-]*(?:text|content|body|inner|block|card))"
    r"(?:\s|$)",
    re.IGNORECASE,
)


def is_hidden(element: HtmlElement) -> bool:
    """Say whether an element itself takes its text from sight: by attribute, style or usual class.

    What the style sheets of a page hide, `unseen` has marked with the attribute.
    """
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    style, classes = element.get("style"), element.get("class")
    if style is not None and _UNSHOWN.search(style):
        return True
    return classes is not None and _FOR_EARS.search(classes) is not None
