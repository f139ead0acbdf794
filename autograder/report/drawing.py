"""Figures drawn by matplotlib into the page itself, in the colours and the font of the page around them."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import numpy as np

from autograder.records import Line, Panel, Picture
from autograder.report.statistics import Bin
from autograder.wording import number

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

# Stand-ins that matplotlib accepts for colours that only the page's stylesheet knows, light or dark.
INK, ACCENT, MUTED, PAPER, RAISED = "#010203", "#040506", "#070809", "#0a0b0c", "#0d0e0f"
_PAGE_COLOURS = {
    INK: "currentColor",
    ACCENT: "var(--accent)",
    MUTED: "var(--muted)",
    PAPER: "var(--paper)",
    RAISED: "var(--line)",
}
# What a line is for, by its label: its colour and its dashes. Others differ by their dashes alone.
_ROLES = {"yours": (ACCENT, "-"), "expected": (MUTED, "--"), "error": (RAISED, "-"), "inputs": (INK, "")}
_DASHES = ("-", "--", ":", "-.")
_FEW_POINTS = 20  # of a line whose points are marked


def histogram_svg(bins: list[Bin], scores: list[float], unit: str) -> str:
    """How the scores are spread: a histogram, and a box from the first to the third quartile above it."""
    from matplotlib.ticker import MaxNLocator

    with _figure(6, 3) as (figure, svg):
        axes = figure.subplots()
        width, most = bins[0].high - bins[0].low, max(each.count for each in bins)
        axes.bar(
            [each.low for each in bins], [each.count for each in bins], 0.94 * width, 0, align="edge", color=ACCENT
        )
        place: dict[str, Any] = {"positions": [1.16 * most], "widths": 0.12 * most, "manage_ticks": False}
        axes.boxplot(scores, orientation="horizontal", **place, **_box_colours())
        axes.set_xticks([*(each.low for each in bins), bins[-1].high])
        axes.set(xlabel=unit, ylabel="students", xlim=(0, bins[-1].high), ylim=(0, 1.26 * most))
        axes.yaxis.set_major_locator(MaxNLocator(integer=True, min_n_ticks=1))
        axes.spines[["top", "right"]].set_visible(False)
    return svg[0]


def histogram_alt(bins: list[Bin], unit: str) -> str:
    """What the histogram shows, for those who do not see it."""
    counts = "; ".join(f"{number(each.low)} to {number(each.high)} {unit}: {each.count}" for each in bins if each.count)
    return f"Histogram of scores. Students with {counts}."


def picture_svg(picture: Picture) -> str:
    """The panels of a picture, side by side."""
    with _figure(4 * len(picture.panels) + 1, 3) as (figure, svg):
        for axes, panel in zip(figure.subplots(1, len(picture.panels), squeeze=False)[0], picture.panels, strict=True):
            _draw(axes, panel)
    return svg[0]


def _draw(axes: Axes, panel: Panel) -> None:
    if panel.regions:
        rows, columns = len(panel.regions), len(panel.regions[0])
        x, y = np.linspace(*panel.extent[:2], columns), np.linspace(*panel.extent[2:], rows)
        axes.contourf(x, y, panel.regions, levels=[-0.5, 0.5, 1.5], colors=[PAPER, RAISED])
    for place, line in enumerate(panel.lines):
        _draw_line(axes, line, _DASHES[place % len(_DASHES)])
    axes.set(title=_plain(panel.title), xlabel=_plain(panel.xlabel), ylabel=_plain(panel.ylabel))
    if len(panel.lines) > 1 and any(line.label for line in panel.lines):
        axes.legend(frameon=False, labelcolor=INK)
    axes.spines[["top", "right"]].set_visible(False)


def _draw_line(axes: Axes, line: Line, dashes: str) -> None:
    colour, dashes = _ROLES.get(line.label, (ACCENT, dashes))
    has_dots = line.dots or (line.label in ("yours", "expected") and len(line.x) <= _FEW_POINTS)
    axes.plot(
        line.x,
        line.y,
        color=colour,
        label=_plain(line.label) or None,
        linestyle="" if line.dots else dashes,
        marker="o" if has_dots else "",
        markersize=4,
    )


def _box_colours() -> dict[str, Any]:
    parts = {f"{part}props": {"color": INK} for part in ("box", "whisker", "cap", "median")}
    return {**parts, "flierprops": {"markeredgecolor": INK, "markersize": 4, "clip_on": False}}


def _plain(text: str) -> str:
    """Text that matplotlib shows as it stands: a dollar sign would begin a formula."""
    return text.replace("$", r"\$")


@contextmanager
def _figure(width: float, height: float) -> Iterator[tuple[Figure, list[str]]]:
    """A figure to draw on; afterwards its <svg> element stands in the list, the same text for the same drawing."""
    import matplotlib
    from matplotlib.figure import Figure

    svg: list[str] = []
    with matplotlib.rc_context(), warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Glyph .* missing from font")  # the page has its own font
        matplotlib.rcdefaults()  # not the taste of whoever runs it
        matplotlib.rcParams.update(
            {"svg.hashsalt": "report", "svg.fonttype": "none", "font.family": "sans-serif", "font.size": 11}
        )
        matplotlib.rcParams.update(dict.fromkeys(("axes.edgecolor", "axes.labelcolor", "text.color"), INK))
        matplotlib.rcParams.update({"xtick.color": INK, "ytick.color": INK, "axes.titlesize": 11})
        figure = Figure(figsize=(width, height), layout="constrained")
        yield figure, svg
        file = io.StringIO()
        nothing = dict.fromkeys(("Creator", "Date", "Format", "Type"))
        figure.savefig(file, format="svg", transparent=True, metadata=nothing)
    text = file.getvalue()
    text = text[text.index("<svg") :]
    for stand_in, colour in _PAGE_COLOURS.items():
        text = text.replace(stand_in, colour)
    svg.append(re.sub(r'<g id="[^"]*"', "<g", text))  # several figures on a page would have the same
