"""Students' Markdown and HTML as HTML that does nothing: for formgrader and feedback, which show it as it is otherwise.

Pictures that lie beside a notebook are put into the page: no address of a student's is followed.
"""

from __future__ import annotations

import re
from base64 import b64encode
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import nh3
from jinja2 import pass_context
from nbconvert.filters import clean_html as cleaned_by_nbconvert
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

_TEXT = """
a abbr b blockquote br caption center code col colgroup dd del details div dl dt em figcaption figure h1 h2 h3 h4 h5 h6
hr i img kbd li mark ol p pre q s samp small span strong sub summary sup table tbody td tfoot th thead tr u ul var
"""
_TAGS = frozenset(_TEXT.split())
_ATTRIBUTES = {
    "*": {"title", "align", "style", "colspan", "rowspan", "scope"},
    "a": {"href"},
    "img": {"src", "alt", "width", "height"},
}
_EDGES = {"border", "border-top", "border-right", "border-bottom", "border-left", "border-collapse", "padding"}
_STYLES = _EDGES | {"color", "background-color", "text-align", "vertical-align", "width", "height", "white-space"}
_STYLES |= {"font-weight", "font-style", "font-size", "font-family", "text-decoration"}
# Whole addresses only. A relative one leads nowhere from these pages but into formgrader itself, and the templates take
# `files/` off its beginning after this filter: files/javascript:… would become a script.
_LINKS = re.compile(r"(https?|mailto):", re.IGNORECASE)
# A picture of another server would tell it who reads this, and when.
_PICTURES = tuple(f"data:image/{kind};base64," for kind in ("png", "jpeg", "gif", "webp"))
_BEGINNINGS = {"png": b"\x89PNG", "jpeg": b"\xff\xd8\xff", "gif": b"GIF8", "webp": b"RIFF"}  # of pictures in files
_LARGEST = 20 * 2**20  # bytes of a picture
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
    return harmless(MarkdownWithMath(renderer=renderer).render(source), _folder(context))


@pass_context
def clean_html(context: Any, html: Any) -> str:
    """nbconvert's filter of this name, for what cells show as HTML and for code with its colours."""
    if str(html).startswith('<div class="highlight'):
        return cleaned_by_nbconvert(html)
    return harmless(html.decode("utf-8", "replace") if isinstance(html, bytes) else str(html), _folder(context))


def harmless(html: str, folder: Path | None = None) -> str:
    """HTML without anything that a browser runs or fetches by itself, but for pictures that it holds already, those in
    `folder` among them."""
    cleaned = nh3.clean(
        _NO_TAG.sub("&lt;", html),
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        attribute_filter=lambda tag, name, value: _if_allowed(tag, name, value, folder),
        url_schemes={"http", "https", "mailto", "data"},
        filter_style_properties=_STYLES,
    )
    return _MATH_COMMANDS.sub("", cleaned)


def _folder(context: Any) -> Path | None:
    """Where the notebook lies."""
    path = context.get("resources", {}).get("metadata", {}).get("path")
    return Path(path) if path else None


def _if_allowed(tag: str, name: str, value: str, folder: Path | None) -> str | None:
    if (tag, name) == ("a", "href") and not _LINKS.match(value):
        return None
    if (tag, name) == ("img", "src") and not value.startswith(_PICTURES):
        return _picture(folder, value) if folder else None
    return value


def _picture(folder: Path, address: str) -> str | None:
    """A picture that lies in the folder, as an address that holds it."""
    try:
        path = (folder / unquote(address)).resolve()
        if not path.is_relative_to(folder.resolve()) or not path.is_file() or path.stat().st_size > _LARGEST:
            return None
        data = path.read_bytes()
    except (OSError, ValueError):  # the address is a student's: it may be anything
        return None
    kind = next((kind for kind, beginning in _BEGINNINGS.items() if data.startswith(beginning)), "")
    if not kind and path.suffix.lower() == ".svg":
        kind = "svg+xml"  # in an <img> it runs and fetches nothing
    return f"data:image/{kind};base64,{b64encode(data).decode()}" if kind else None
