"""What stands in for nbgrader's copying of what students handed in, for `collect`, `zip_collect` and `autograde`.

nbgrader's own follows links, reads devices to their end, unpacks whatever an archive holds, and stops the collection
of a class at one folder that is too large.
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

from nbgrader.exchange.default.collect import ExchangeCollect
from nbgrader.plugins import ExtractorPlugin

from autograder.submit.plain import NotPlain, copy_plain, keep_plain, unpack

_log = logging.getLogger(__name__)
_ARCHIVES = (".zip", ".gz", ".tgz", ".tar", ".bz2", ".xz")
_IN_ARCHIVES = 2  # the learning platform's archive of the class, and each student's own


class PlainCollect(ExchangeCollect):
    """`nbgrader collect`, with plain files only."""

    def do_copy(self, src: str, dest: str, log: Any = None) -> None:
        for line in copy_plain(Path(src), Path(dest)):
            self.log.warning("%s is left out of what was collected: %s", src, line)


class PlainExtractor(ExtractorPlugin):
    """The first half of `nbgrader zip_collect`, with plain files only."""

    def extract(self, archive_path: str, extracted_path: str) -> None:
        source, target = Path(archive_path), Path(extracted_path)
        for line in copy_plain(source, target):
            self.log.warning("%s is left out: %s", source, line)
        for _ in range(_IN_ARCHIVES):
            for archive in [path for path in target.rglob("*") if path.suffix.lower() in _ARCHIVES]:
                self._unpack(archive)

    def _unpack(self, archive: Path) -> None:
        try:
            left_out = unpack(archive, archive.with_name(archive.stem.removesuffix(".tar")))
        except NotPlain as why:
            left_out = [str(why)]
        for line in left_out:
            self.log.warning("%s: %s is left out", archive, line)
        archive.unlink()


def keep_submission_plain(notebooks: list[str], **_: Any) -> None:
    """Before `nbgrader autograde` copies a submission: what is not plain is taken away from it."""
    for folder in {Path(notebook).parent for notebook in notebooks}:
        for line in keep_plain(folder):
            _log.warning("%s: %s was taken away", folder, line)
