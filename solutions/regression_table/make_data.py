"""Make source_data/regression_table_tv.csv: 100 points that have exactly the regression table of the document.

The document prints the table of a regression of cholesterol on hours of television, but not the data. Slope, intercept,
both sums of squares and the standard errors determine how the x spread, where their mean lies, and how large the
residuals are; which points these are is free, and chosen here without chance.
"""

from pathlib import Path

import numpy as np

POINTS = 100
SLOPE, INTERCEPT = 0.0440691, -2.134777
SS_MODEL, SS_RESIDUAL = 5.04902329, 28.3220135
SE_INTERCEPT = 1.813099
HEADER = """# origin: made by solutions/regression_table/make_data.py; no measured data
# how: 100 points whose least-squares line, sums of squares and standard errors are those that the document prints
# columns: time_tv, cholesterol"""


def points():
    """The table, (100, 2): x and y."""
    spread = SS_MODEL / SLOPE**2  # the sum of the squared distances of x from its mean
    mean_square = SS_RESIDUAL / (POINTS - 2)
    mean = np.sqrt(spread * (SE_INTERCEPT**2 / mean_square - 1 / POINTS))
    number = np.arange(POINTS)
    steps = number * 37 % POINTS - (POINTS - 1) / 2
    x = mean + steps * np.sqrt(spread / np.sum(steps**2))
    residual = np.sin(1.7 * number) + 0.6 * np.cos(0.31 * number**2)
    design = np.c_[np.ones(POINTS), x]
    residual -= design @ np.linalg.lstsq(design, residual, rcond=None)[0]
    residual *= np.sqrt(SS_RESIDUAL / np.sum(residual**2))
    return np.round(np.c_[x, INTERCEPT + SLOPE * x + residual], 9)


def text():
    return "\n".join([HEADER, *(f"{x:.9f},{y:.9f}" for x, y in points())]) + "\n"


if __name__ == "__main__":
    folder = Path(__file__).resolve().parents[2] / "source_data"
    (folder / "regression_table_tv.csv").write_text(text(), "utf-8")
