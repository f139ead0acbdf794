"""The pages in a browser: they sort, filter and fit, and nothing leaves them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from by_hand import MISSING_MEAN, cell, check, report
from playwright.sync_api import Browser, Page, sync_playwright

from autograder.files import page_name
from autograder.records import Circumstances, Line, Panel, Picture
from autograder.report.pages import Absent, write_reports

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not CHROMIUM, reason="Chromium is not installed (Debian: apt-get install chromium)"),
]
HOSTILE = "<img src=http://127.0.0.1:9/x onerror=alert(1)>\"'&\x1b[31m\u202e=1+1"
SCORES = [0, 2, 10, 3, 9, 1]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A class of six, one of them hostile."""
    folder = tmp_path_factory.mktemp("pages")
    reports = []
    for number, points in enumerate(SCORES):
        passed = cell(*(check(points=1.0, name=f"check {k}") for k in range(points)), grade_id="forward")
        failed = cell(check("failed", wrong_entries=[[True, False]], **MISSING_MEAN))
        lines = [Line("yours", [0, 1, 2], [1, 2, 4]), Line("expected", [0, 1, 2], [1, 0.5, 0.25])]
        failed.pictures = [Picture("The error", "The error grows.", [Panel("", "epoch", "error", lines)])]
        failed.section = "2. Backpropagation"
        reports.append(report(f"s{number:02}", passed, failed))
    bad = check("failed", sentence=HOSTILE, cause=HOSTILE, diagnosis=HOSTILE, advice=HOSTILE)
    reports.append(report(HOSTILE, cell(bad, grade_id=HOSTILE, title=HOSTILE), problems=[HOSTILE]))
    write_reports(reports, "XOR", Absent(["s98", "s99"]), folder, {"s02": Circumstances(60.0, 0.5)})
    return folder


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that must not complain, and must not ask for anything but itself."""
    opened = browser.new_page()
    said: list[str] = []
    asked: list[str] = []
    opened.on("console", lambda message: said.append(message.text))
    opened.on("pageerror", lambda error: said.append(str(error)))
    opened.on("request", lambda request: asked.append(request.url))
    opened.on("dialog", lambda dialog: said.append(dialog.message))
    yield opened
    assert said == []
    assert [url for url in asked if not url.startswith(("file://", "data:"))] == []
    opened.close()


def column(page: Page, number: int) -> list[str]:
    """What a column of the students' table shows, from top to bottom."""
    rows = page.locator("table.sortable >> nth=0").locator("tbody tr:visible")
    return [row.locator("th, td").nth(number).inner_text() for row in rows.all()]


def test_the_table_sorts_by_a_click(page: Page, pages: Path) -> None:
    page.goto((pages / "index.html").as_uri())
    head = page.locator("table.sortable >> nth=0").get_by_role("columnheader", name="score")
    head.get_by_role("button").click()
    assert column(page, 1) == ["0", "0", "1", "2", "3", "9", "10"]
    assert head.get_attribute("aria-sort") == "ascending"
    head.get_by_role("button").press("Enter")
    assert column(page, 1) == ["10", "9", "3", "2", "1", "0", "0"]
    assert head.get_attribute("aria-sort") == "descending"


def test_the_table_is_filtered_by_what_is_typed_and_chosen(page: Page, pages: Path) -> None:
    page.goto((pages / "index.html").as_uri())
    page.get_by_label("Find").fill("S03")
    assert column(page, 0) == ["s03"]
    assert page.locator("#shown").inner_text() == "1 of 7"
    page.get_by_label("Find").fill("")
    page.get_by_label("Show").select_option("late")
    assert column(page, 0) == ["s02"]
    page.get_by_label("Show").select_option("")
    assert len(column(page, 0)) == 7


def test_a_link_leads_to_the_students_page_and_down_to_a_blank(page: Page, pages: Path) -> None:
    page.goto((pages / "index.html").as_uri())
    page.locator("table.sortable >> nth=0").get_by_role("link", name="s03").click()
    assert page.get_by_role("heading", level=1).inner_text() == "XOR"
    page.get_by_role("link", name="backward").press("Enter")
    assert page.url.endswith("s03.html#blank-2")
    assert page.get_by_role("img", name="The error grows.").is_visible()
    assert page.get_by_role("img", name="Wrong entries of 1 rows and 2 columns").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["index.html", "s02.html", page_name(HOSTILE)])
def test_a_page_fits_a_phone(browser: Browser, pages: Path, name: str, scheme: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, color_scheme=scheme)  # type: ignore[arg-type]
    opened = context.new_page()
    opened.goto((pages / name).as_uri())
    assert opened.evaluate("document.documentElement.scrollWidth") <= 390
    context.close()


def test_hostile_answers_are_shown_as_text(page: Page, pages: Path) -> None:
    page.goto((pages / page_name(HOSTILE)).as_uri())
    assert page.locator("img").count() == 0
    assert page.locator("h1 + p").inner_text().startswith("<img src=http://127.0.0.1:9/x onerror=alert(1)>\"'&")
    page.goto((pages / "index.html").as_uri())
    assert page.locator("img").count() == 0


def test_without_scripts_everything_is_there(browser: Browser, pages: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    opened = context.new_page()
    opened.goto((pages / "index.html").as_uri())
    assert opened.locator("table >> nth=0").locator("tbody tr").count() == 7
    assert opened.get_by_label("Find").is_hidden()
    context.close()
