"""What a student writes in Markdown cannot do anything in the instructor's browser."""

import re
import shutil
from base64 import b64encode
from html.parser import HTMLParser
from pathlib import Path

import pytest
from nbconvert.filters.strings import strip_files_prefix
from playwright.sync_api import sync_playwright

from autograder.nbgrader_plugins.harmless import clean_html, harmless, markdown2html

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")

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
    # The templates take `files/` off the beginning of addresses, after the filter.
    "[x](files/javascript:alert(1))",
    "<a href='/files/javascript:alert(1)'>x</a>",
    # Addresses as a browser reads them: without tabs and line ends, and without what stands before.
    "<a href='java&#10;script:alert(1)'>x</a>",
    "<a href='&#1;javascript:alert(1)'>x</a>",
    "<a href='da&#9;ta:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg=='>x</a>",
    "<a href='&#1;data:text/html,x'>x</a>",
    "<a href=vbscript:x>x</a>",
    "[x](//evil.example)",
    "[x](/formgrader/evil)",
    "<a href='https://x.y' onclick=alert(1) ping=//evil.example target=evil>x</a>",
    # Pictures.
    "<img src='data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+'>",
    "<img src='data:text/html,evil'>",
    "<img src='data:image/png;base64,AAAA' srcset='//evil.example/x.png 1x' onerror=alert(1)>",
    "<img src='//evil.example/data:image/png;base64,'>",
    "<picture><source srcset=//evil.example><img src=//evil.example></picture>",
    "<video src=//evil.example autoplay onloadstart=alert(1)></video><audio src=//evil.example></audio>",
    "<object data=//evil.example></object><embed src=//evil.example>",
    # Styles.
    "<p style='color: red; background-image: url(//evil.example); position: fixed'>x</p>",
    "<p style='c\\6f lor: red; back\\67 round: url(//evil.example)'>x</p>",
    "<p style='--x: url(//evil.example); content: url(//evil.example)'>x</p>",
    "<style>@import '//evil.example';",
    # What one parser reads as text and the next one as elements.
    "<p title='</p><img src=x onerror=alert(1)>'>x</p>",
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    "<svg></p><style><a title='</style><img src=x onerror=alert(1)>'>",
    "<math><annotation-xml encoding='text/html'><script>alert(1)</script></annotation-xml></math>",
    "<form><math><mtext></form><form><mglyph><style></math><img src=x onerror=alert(1)>",
    "<noscript><style></noscript><img src=x onerror=alert(1)>",
    "<template><img src=x onerror=alert(1)><script>alert(1)</script></template>",
    "<textarea></textarea><img src=x onerror=alert(1)>",
    "<textarea><p title='</textarea><img src=x onerror=alert(1)>'>",
    "<title><p title='</title><img src=x onerror=alert(1)>'>",
    "<xmp><p title='</xmp><img src=x onerror=alert(1)>'>",
    "<noembed><img title='</noembed><img src=x onerror=alert(1)>'></noembed>",
    "<plaintext><img src=x onerror=alert(1)>",
    "<select><style></select><img src=x onerror=alert(1)></style></select>",
    "<table><td><style></table><img src=x onerror=alert(1)></style></table>",
    "<!--><img src=x onerror=alert(1)>-->",
    "<!-- --!><img src=x onerror=alert(1)> -->",
    "<![CDATA[<img src=x onerror=alert(1)>]]>",
    "<?x <img src=x onerror=alert(1)> ?>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<scr<!-- -->ipt>alert(1)</script>",
    "<<script>alert(1);//<</script>",
    "<scr\0ipt>alert(1)</scr\0ipt>",
    "<img\f/src=x\f/onerror=alert(1)>",
    "<p/onmouseover=alert(1)>x</p>",
    "<b x='`\"' onclick=alert(1) y='>'>x</b>",
    "| a |\n|---|\n| <img src=x onerror=alert(1)> |",
    "```html\n<script>alert(1)</script>\n```",
    "```mermaid\n<img src=x onerror=alert(1)>\n```",
    "```<img/src=x/onerror=alert(1)>\nx\n```",
]
# An attack that stays as the title of a picture, where it is a text.
IN_A_TITLE = "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=x onerror=alert(1)&gt;'>"
CELL = {"cell": {"attachments": {"evil.svg": {"image/svg+xml": "<svg onload=alert(1)/>"}}}}


TAGS = """
a abbr b blockquote br caption center code col colgroup dd del details div dl dt em figcaption figure h1 h2 h3 h4 h5 h6
hr i img kbd li mark ol p pre q s samp small span strong sub summary sup table tbody td tfoot th thead tr u ul var
"""
ATTRIBUTES = {"title", "align", "style", "colspan", "rowspan", "scope"}
OF_ONE_TAG = {"a": {"href", "rel"}, "img": {"src", "alt", "width", "height"}}


class Parts(HTMLParser):
    """What HTML holds: its text, and the names of its tags and attributes where they are not ours."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text = ""
        self.strange: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.strange += [tag] * (tag not in TAGS.split())
        self.strange += [f"{tag} {name}" for name, _ in attrs if name not in ATTRIBUTES | OF_ONE_TAG.get(tag, set())]

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        self.strange.append(f"comment {data}")

    handle_decl = unknown_decl = handle_pi = handle_comment


def shown(source: str) -> str:
    """What the templates of formgrader and feedback make of a cell of Markdown."""
    return strip_files_prefix(markdown2html(CELL, source))


@pytest.mark.parametrize("attack", ATTACKS)
def test_nothing_runs_and_nothing_is_fetched(attack: str) -> None:
    html = shown(attack)
    tags = "".join(re.findall(r"<[^>]*>", html)).lower()
    for name in ("script", "svg", "iframe", "form", "input", "base", "meta", "style", "link", "math", "noscript"):
        assert f"<{name}" not in tags
    assert not re.search(r"\son\w+\s*=|javascript|evil|\s(id|class|action)\s*=", tags)
    assert not re.search(r"vbscript|data:(?!image/(png|jpeg|gif|webp);base64,)|url\(|position", tags)
    assert re.findall(r"src=\"(?!data:image/)", tags) == []


@pytest.mark.parametrize("attack", [*ATTACKS, IN_A_TITLE])
def test_nothing_is_left_but_what_is_allowed(attack: str) -> None:
    html = markdown2html(CELL, attack)
    assert Parts(html).strange == []
    assert harmless(html) == html  # read once more it is the same: no parser sees something else in it


@pytest.mark.slow
@pytest.mark.skipif(not CHROMIUM, reason="Chromium is not installed (Debian: apt-get install chromium)")
def test_a_browser_runs_and_fetches_nothing() -> None:
    happened: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page()
        page.on("dialog", lambda dialog: (happened.append(dialog.message), dialog.dismiss()))
        page.on("request", lambda request: happened.append(request.url))
        for attack in [*ATTACKS, IN_A_TITLE]:
            page.set_content(f"<div>{shown(attack)}</div>")
            for link in page.locator("a[href]").all():
                happened.append(f"a link to {link.get_attribute('href')}")
        page.set_content("<img src=x onerror=alert(1)>")  # this page does notice
        page.wait_for_timeout(200)
        browser.close()
    assert [each for each in happened if not each.startswith("data:image/png")] == ["a link to https://x.y", "1"]


def test_mathematics_makes_no_links() -> None:
    html = markdown2html({}, r"$\href{javascript:alert(1)}{x} + \class{btn}{y} + \frac{1}{2} < \sum_i w_i$")
    assert html == "<p>$href{javascript:alert(1)}{x} + class{btn}{y} + \\frac{1}{2} &lt; \\sum_i w_i$</p>\n"


@pytest.mark.parametrize(
    "command",
    [
        r"\\href{javascript:alert(1)}{x}",  # a line end, until one of two backslashes is taken away
        r"\\\href{javascript:alert(1)}{x}",
        r"\hr<!-- -->ef{javascript:alert(1)}{x}",
        r"\&#104;ref{javascript:alert(1)}{x}",
        r"\href_{x}",
        r"\href1{x}",
        r"\mmlToken{mi}[href=javascript:alert(1)]{x}",
        r"\bbox[background: url(//evil.example)]{x}",
        r"\htmlStyle{background: url(//evil.example)}{x}",
        r"\let\h\href",
    ],
)
@pytest.mark.parametrize("dollars", ["$", "$$", ""])
def test_no_command_of_mathematics_is_left_that_makes_elements(command: str, dollars: str) -> None:
    html = markdown2html({}, f"{dollars}{command}{dollars}")
    assert not re.search(r"\\(href|mmlToken|bbox|htmlStyle)", html)


@pytest.mark.parametrize(
    "source",
    [
        "x < y and y > z, x <y, x<y",
        "if a<b and c>d, or i<s and s>0",
        "List<int> and Dict<str, List<float>>, vector<double> v;",
        "<input> -> <hidden> -> <output>",
        "1<2, i<=n, x <- 3, Wert <unbekannt",
        "for i<n: x[i]<y[i]",
        "$a<b$ and $x>y$",
        "the tags <form>, <svg> and <iframe>",
    ],
)
def test_what_is_no_tag_for_a_student_can_be_read(source: str) -> None:
    assert Parts(markdown2html({}, source)).text == f"{source}\n"
    assert Parts(markdown2html({}, f"`{source}`")).text == f"{source}\n"


@pytest.mark.parametrize(
    "script", ["<script>alert(1)</script>", "<style>* { color: red }</style>", "<!-- alert(1) -->"]
)
@pytest.mark.parametrize("before", ["", "a "])
def test_what_a_script_holds_is_not_shown(script: str, before: str) -> None:
    assert Parts(markdown2html({}, f"{before}{script}seen")).text.strip() == f"{before}seen"


@pytest.mark.parametrize("part", ["<b x=", "<b ", "<", "<!--", "\\", "\\h", "<script>", "&"])
def test_it_takes_no_longer_than_the_text_is_long(part: str) -> None:
    assert len(harmless(part * 100_000)) <= 5 * len(part) * 100_000


def test_what_honest_students_write_stays() -> None:
    source = (
        "# Why\n\nA *mean* over **rows**, `dW / n`:\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n[docs](https://numpy.org)\n"
    )
    html = markdown2html({}, source)
    for part in ("<h1>", "<em>mean</em>", "<strong>rows</strong>", "<code>dW / n</code>", "<td>1</td>"):
        assert part in html
    assert '<a href="https://numpy.org" rel="noopener noreferrer">docs</a>' in html
    picture = {"cell": {"attachments": {"a.png": {"image/png": "iVBORw0KGgo="}}}}
    assert '<img src="data:image/png;base64,iVBORw0KGgo=" alt="plot">' in markdown2html(
        picture, "![plot](attachment:a.png)"
    )


# --- What cells show, and pictures beside the notebook ----------------------------------------------------------------

PNG = b"\x89PNG\r\n\x1a\nand so on"


@pytest.mark.parametrize("attack", [*ATTACKS, IN_A_TITLE])
def test_html_that_a_cell_shows_does_nothing_either(attack: str) -> None:
    assert Parts(clean_html({}, attack)).strange == []


def test_a_picture_beside_the_notebook_is_put_into_the_page(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a b.png").write_bytes(PNG)
    (tmp_path / "x.svg").write_text("<svg/>")
    context = {"resources": {"metadata": {"path": str(tmp_path)}}}
    embedded = f"data:image/png;base64,{b64encode(PNG).decode()}"
    assert embedded in markdown2html(context, "![x](sub/a%20b.png)")
    assert f'src="{embedded}"' in clean_html(context, '<img src="./sub/a b.png">')
    assert "data:image/svg+xml;base64," in clean_html(context, "<img src=x.svg>")


@pytest.mark.parametrize(
    "address", ["../secret.png", "/etc/passwd", "link.png", "notes.png", "sub", "%00", "http:x.png"]
)
def test_nothing_else_is_read_for_a_picture(tmp_path: Path, address: str) -> None:
    folder = tmp_path / "notebook"
    (folder / "sub").mkdir(parents=True)
    (tmp_path / "secret.png").write_bytes(PNG)
    (folder / "link.png").symlink_to(tmp_path / "secret.png")
    (folder / "notes.png").write_text("no picture")
    assert harmless(f'<img src="{address}" alt="x">', folder) == '<img alt="x">'


def test_the_table_of_checks_keeps_its_edges() -> None:
    html = '<table style="border-collapse:collapse"><caption>x</caption><tr><th scope="col">y</th></tr></table>'
    assert 'style="border-collapse:collapse"' in clean_html({}, html)
    assert "<caption>x</caption>" in clean_html({}, html)
    assert 'scope="col"' in clean_html({}, html)
