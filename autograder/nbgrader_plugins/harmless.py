"""Students' Markdown as HTML that does nothing: for formgrader and feedback, which show it as it is otherwise."""

from __future__ import annotations

import re
from typing import Any

import bleach
from bleach.css_sanitizer import CSSSanitizer
from jinja2 import pass_context
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

_TEXT = """
a abbr b blockquote br code dd del details div dl dt em h1 h2 h3 h4 h5 h6 hr i img kbd li ol p pre q s small span
strong sub summary sup table tbody td tfoot th thead tr u ul var
"""
_TAGS = frozenset(_TEXT.split())
_PROTOCOLS = {"http", "https", "mailto", "data"}
_STYLES = CSSSanitizer(allowed_css_properties=["color", "text-align", "font-weight", "font-style", "width", "height"])
_PICTURES = tuple(f"data:image/{kind};base64," for kind in ("png", "jpeg", "gif", "webp"))
# Commands of MathJax that make links and elements; they work in text as well, since it is MathJax that looks for them.
_MATH_COMMANDS = re.compile(r"\\(?=(?:href|class|cssId|style|require|unicode|html\w*|data)\b)")


@pass_context
def markdown2html(context: Any, source: str) -> str:
    """nbconvert's filter of this name, without scripts, event handlers, frames, forms and harmful links."""
    cell = context.get("cell", {})
    renderer = IPythonRenderer(escape=False, attachments=cell.get("attachments", {}), exclude_anchor_links=True)
    return harmless(MarkdownWithMath(renderer=renderer).render(source))


def harmless(html: str) -> str:
    """HTML without anything that a browser runs or fetches by itself, but for pictures that it holds already."""
    cleaned = bleach.clean(
        html, tags=_TAGS, attributes=_is_allowed, protocols=_PROTOCOLS, css_sanitizer=_STYLES, strip_comments=True
    )
    return _MATH_COMMANDS.sub("", cleaned)


def _is_allowed(tag: str, name: str, value: str) -> bool:
    if name in ("title", "align", "style", "colspan", "rowspan"):
        return True
    if tag == "img":
        # A picture of another server would tell it who reads this, and when.
        return name in ("alt", "width", "height") or (name == "src" and value.startswith(_PICTURES))
    return tag == "a" and name == "href" and not value.strip().lower().startswith("data:")
