"""Make source_data/digits.csv: the first 1000 handwritten digits of those that scikit-learn carries.

    pip download --no-deps scikit-learn
    python solutions/initialization/make_data.py scikit_learn-*.whl

A wheel is a zip file, so scikit-learn need not be installed.
"""

import gzip
import sys
import zipfile
from pathlib import Path

ROWS = 1000
INSIDE = "sklearn/datasets/data/digits.csv.gz"
HEADER = f"""# origin: the first {ROWS} of 1797 handwritten digits of scikit-learn's load_digits, file {INSIDE}
# source: E. Alpaydin and C. Kaynak (1998), Optical Recognition of Handwritten Digits, UCI Machine Learning Repository,
# source: https://doi.org/10.24432/C50P49; by 13 people, the test set there; rows and their order are unchanged
# licence: CC BY 4.0, https://creativecommons.org/licenses/by/4.0/; scikit-learn, which carries it, is under BSD-3-Clause
# made by: solutions/initialization/make_data.py
# columns: 64 pixels of an image of 8 rows and 8 columns, row by row, from 0 (paper) to 16 (ink); the digit, 0 to 9"""


def text(wheel):
    """The table, from a wheel of scikit-learn."""
    with zipfile.ZipFile(wheel) as archive:
        rows = gzip.decompress(archive.read(INSIDE)).decode("ascii").splitlines()
    return "\n".join([HEADER, *rows[:ROWS]]) + "\n"


if __name__ == "__main__":
    folder = Path(__file__).resolve().parents[2] / "source_data"
    (folder / "digits.csv").write_text(text(sys.argv[1]), "utf-8")
