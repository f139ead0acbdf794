"""What a disk refuses is told with what to do about it, and is no fault of ours."""

from __future__ import annotations

import errno
import os
import sys

import pytest

from autograder import cli
from autograder.errors import disk_error

ROOM = "Make room, then run the same command again: what was written is kept."
RIGHTS = "Give yourself the right to read and write there, then run the same command again."
LOOK = "Look at the disk, then run the same command again: what was written is kept."
REMEDIES = {
    **dict.fromkeys((errno.ENOSPC, errno.EDQUOT, errno.EFBIG), ROOM),
    **dict.fromkeys((errno.EACCES, errno.EPERM, errno.EROFS), RIGHTS),
    errno.EIO: LOOK,
}


def refusal(number: int) -> OSError:
    return OSError(number, os.strerror(number), "/course/gradebook/reports/index.html")


@pytest.mark.parametrize(("number", "remedy"), REMEDIES.items(), ids=errno.errorcode.get)
def test_only_a_full_disk_needs_room(number: int, remedy: str) -> None:
    assert str(disk_error(refusal(number))) == (
        f"/course/gradebook/reports/index.html: it cannot be read or written ({os.strerror(number)}). {remedy}"
    )


def test_a_folder_that_a_command_may_not_write_is_told_by_every_command(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuses() -> None:
        raise refusal(errno.EROFS)

    monkeypatch.setattr(cli, "app", refuses)
    monkeypatch.setattr(sys, "argv", ["autograder", "report", "midterm"])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert (ended.value.code, capsys.readouterr().err) == (1, f"autograder: {disk_error(refusal(errno.EROFS))}\n")
