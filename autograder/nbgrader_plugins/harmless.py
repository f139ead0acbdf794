"""Students' Markdown as HTML that does nothing: for formgrader and feedback, which show it as it is otherwise."""

from __future__ import annotations

import re
from typing import Any

import nh3
from jinja2 import pass_context
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

_TEXT = """
a abbr b blockquote br code dd del details div dl dt em h1 h2 h3 h4 h5 h6 hr i img kbd li ol p pre q s small span
strong sub summary sup table tbody td tfoot th thead tr u ul var
"""
_TAGS = frozenset(_TEXT.split())
_ATTRIBUTES = {
    "*": {"title", "align", "style", "colspan", "rowspan"},
    "a": {"href"},
    "img": {"src", "alt", "width", "height"},
}
_STYLES = {"color", "text-align", "font-weight", "font-style", "width", "height"}
# Whole addresses only. A relative one leads nowhere from these pages but into formgrader itself, and the templates take
# `files/` off its beginning after this filter: files/javascript:… would become a script.
_LINKS = re.compile(r"(https?|mailto):", re.IGNORECASE)
# A picture of another server would tell it who reads this, and when.
_PICTURES = tuple(f"data:image/{kind};base64," for kind in ("png", "jpeg", "gif", "webp"))
# nh3 takes away what it does not allow, and with it what was no tag for the student: List<int>, a<b and c>d. So a `<`
# that begins none of our tags is made text before. Comments and scripts are left to nh3: their content goes too.
_NO_TAG = re.compile(
    rf"<(?!!--|/?(?:script|style)\b|/?(?:{'|'.join(sorted(_TAGS))})(?:\s++[^\s=<>]++\s*+=[^<>]*+)?\s*+/?>)",
    re.IGNORECASE,
)
# Commands of MathJax that make links, elements and styles; they work in text as well, since it is MathJax that looks
# for them. All backslashes before one go: of two, one would be left.
_COMMANDS = "href|class|cssId|style|require|unicode|html[a-zA-Z]*|data|bbox|mmlToken|includegraphics"
_MATH_COMMANDS = re.compile(rf"(?<!\\)\\+(?=(?:{_COMMANDS})(?![a-zA-Z]))")


@pass_context
def markdown2html(context: Any, source: str) -> str:
    """nbconvert's filter of this name, without scripts, event handlers, frames, forms and harmful links."""
    cell = context.get("cell", {})
    renderer = IPythonRenderer(escape=False, attachments=cell.get("attachments", {}), exclude_anchor_links=True)
    return harmless(MarkdownWithMath(renderer=renderer).render(source))


def harmless(html: str) -> str:
    """HTML without anything that a browser runs or fetches by itself, but for pictures that it holds already."""
    cleaned = nh3.clean(
        _NO_TAG.sub("&lt;", html),
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        attribute_filter=_if_allowed,
        url_schemes={"http", "https", "mailto", "data"},
        filter_style_properties=_STYLES,
    )
    return _MATH_COMMANDS.sub("", cleaned)


def _if_allowed(tag: str, name: str, value: str) -> str | None:
    if (tag, name) == ("a", "href") and not _LINKS.match(value):
        return None
    if (tag, name) == ("img", "src") and not value.startswith(_PICTURES):
        return None
    return value
