"""Messages that atheris makes, guided by which lines of the grader they reach.

    python fuzz_with_atheris.py RUNS SEED CORPUS

The corpus is a folder of real messages. Ends with an error, and prints the message, at the first that is more than
malformed.
"""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

# Before all else: what is imported elsewhere is not watched.
with atheris.instrument_imports(include=["autograder.sandbox", "autograder.asserts"]):
    import messages

from sessions import assignment_of

REFERENCE = assignment_of(Path(__file__).parents[2]).checks.reference


def look_at(frame: bytes) -> None:
    try:
        messages.look_at(frame, REFERENCE)
    except BaseException:
        print(f"the message {frame.hex()}", file=sys.stderr)
        raise


if __name__ == "__main__":
    runs, seed, corpus = sys.argv[1:]
    atheris.Setup(
        [sys.argv[0], f"-runs={runs}", f"-seed={seed}", "-max_len=4096", f"-artifact_prefix={corpus}/", corpus], look_at
    )
    atheris.Fuzz()
