"""The histogram of a class's scores, drawn by matplotlib into the page itself."""

from __future__ import annotations

import io

from autograder.report.statistics import Bin
from autograder.report.wording import number

# Stand-ins that matplotlib accepts for colours that only the page's stylesheet knows, light or dark.
_INK, _BAR = "#010203", "#040506"
_PAGE_COLOURS = {_INK: "currentColor", _BAR: "var(--accent)"}


def histogram_svg(bins: list[Bin]) -> str:
    """An <svg> element, the same text for the same bins, in the colours and the font of the page around it."""
    import matplotlib
    from matplotlib.figure import Figure
    from matplotlib.ticker import MaxNLocator

    with matplotlib.rc_context():
        matplotlib.rcdefaults()  # not the taste of whoever runs it
        matplotlib.rcParams.update(
            {"svg.hashsalt": "scores", "svg.fonttype": "none", "font.family": "sans-serif", "font.size": 12}
        )
        matplotlib.rcParams.update(dict.fromkeys(("axes.edgecolor", "axes.labelcolor", "text.color"), _INK))
        matplotlib.rcParams.update({"xtick.color": _INK, "ytick.color": _INK})
        figure = Figure(figsize=(6, 2.6), layout="constrained")
        axes = figure.subplots()
        width = bins[0].high - bins[0].low
        axes.bar([each.low for each in bins], [each.count for each in bins], 0.94 * width, 0, align="edge", color=_BAR)
        axes.set_xticks([*(each.low for each in bins), bins[-1].high])
        axes.set(xlabel="points", ylabel="students", xlim=(0, bins[-1].high))
        axes.yaxis.set_major_locator(MaxNLocator(integer=True, min_n_ticks=1))
        axes.spines[["top", "right"]].set_visible(False)
        file = io.StringIO()
        nothing = dict.fromkeys(("Creator", "Date", "Format", "Type"))
        figure.savefig(file, format="svg", transparent=True, metadata=nothing)
    text = file.getvalue()
    text = text[text.index("<svg") :]
    for stand_in, colour in _PAGE_COLOURS.items():
        text = text.replace(stand_in, colour)
    return text


def histogram_alt(bins: list[Bin]) -> str:
    """What the histogram shows, for those who do not see it."""
    counts = "; ".join(f"{number(each.low)} to {number(each.high)} points: {each.count}" for each in bins if each.count)
    return f"Histogram of scores. Students with {counts}."
