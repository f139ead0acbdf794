"""Of a student's folder or archive only plain files are taken, whatever else lies there."""

import contextlib
import errno
import gzip
import io
import os
import random
import tarfile
import zipfile
from pathlib import Path
from typing import IO, Any

import pytest

from autograder.submit import archives, plain
from autograder.submit.archives import MAX_RATIO, unpack
from autograder.submit.plain import NotPlain, copy_plain, keep_plain


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A folder with two plain files among what is none."""
    secret = tmp_path / "secret"
    secret.mkdir()
    (secret / "key").write_text("secret")
    folder = tmp_path / "submission"
    (folder / "data").mkdir(parents=True)
    (folder / "a.ipynb").write_text("{}")
    (folder / "data" / "x.csv").write_text("1,2")
    (folder / "numpy.py").symlink_to(secret / "key")
    (folder / "endless.csv").symlink_to("/dev/zero")
    (folder / "folder").symlink_to(secret)
    os.mkfifo(folder / "pipe.ipynb")
    deep = folder.joinpath(*["d"] * 12)
    deep.mkdir(parents=True)
    (deep / "deep.txt").write_text("deep")
    return folder


LEFT_OUT = {
    "numpy.py: a link, or not to be opened",
    "endless.csv: a link, or not to be opened",
    "folder: a link",
    "pipe.ipynb: no regular file",
    f"{Path(*['d'] * 9)}: nested deeper than 8 folders",
}


def contents(folder: Path) -> dict[str, str]:
    return {str(path.relative_to(folder)): path.read_text() for path in folder.rglob("*") if path.is_file()}


def test_a_copy_has_the_plain_files_only(hostile: Path, tmp_path: Path) -> None:
    assert set(copy_plain(hostile, tmp_path / "copy")) == LEFT_OUT
    assert contents(tmp_path / "copy") == {"a.ipynb": "{}", "data/x.csv": "1,2"}


def test_a_folder_loses_what_is_not_plain(hostile: Path, tmp_path: Path) -> None:
    assert set(keep_plain(hostile)) == LEFT_OUT
    assert contents(hostile) == {"a.ipynb": "{}", "data/x.csv": "1,2"}
    assert keep_plain(hostile) == []
    assert contents(tmp_path / "secret") == {"key": "secret"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["secret", "submission"]


def test_a_folder_that_is_itself_a_link_holds_nothing(tmp_path: Path) -> None:
    (tmp_path / "theirs").mkdir()
    (tmp_path / "theirs" / "a.ipynb").write_text("{}")
    (tmp_path / "mine").symlink_to(tmp_path / "theirs")
    copy_plain(tmp_path / "mine", tmp_path / "copy")
    assert contents(tmp_path / "copy") == {}


def test_too_many_and_too_large_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plain, "MAX_FILES", 3)
    monkeypatch.setattr(plain, "MAX_FILE_BYTES", 2 * 2**20)
    monkeypatch.setattr(plain, "MAX_FOLDER_BYTES", 3 * 2**20)
    folder = tmp_path / "submission"
    folder.mkdir()
    for name, megabytes in (("a", 1), ("b", 3), ("c", 2), ("d", 0)):
        (folder / name).write_bytes(b" " * (megabytes * 2**20))
    assert copy_plain(folder, tmp_path / "copy") == [
        "b: larger than 2 MB",
        "c: together the files are too large",
        "d: there are too many files",
    ]
    assert set(contents(tmp_path / "copy")) == {"a"}


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EROFS])
def test_what_cannot_be_written_leaves_no_copy(
    hostile: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    copy = plain.copy_file

    def full(file: IO[bytes], path: Path, *more: Any) -> str:
        if path.name == "x.csv":
            raise OSError(number, os.strerror(number))
        return copy(file, path, *more)

    monkeypatch.setattr(plain, "copy_file", full)
    with pytest.raises(OSError, match=os.strerror(number)):
        copy_plain(hostile, tmp_path / "copy")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["secret", "submission"]


def test_what_is_plain_is_not_written_again(hostile: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """So that no full disk costs a submission."""
    before = (hostile / "a.ipynb").stat()
    noted: list[list[str]] = []
    assert noted == []
    monkeypatch.setattr(Path, "open", lambda *_: pytest.fail("something was written"))
    left_out = keep_plain(hostile, lambda lines: noted.append([*lines, str((hostile / "numpy.py").is_symlink())]))
    assert noted == [[*left_out, "True"]]  # before anything is gone
    assert (hostile / "a.ipynb").stat().st_ino == before.st_ino


def test_a_folder_that_cannot_be_read_is_not_an_empty_submission(tmp_path: Path) -> None:
    with pytest.raises(NotPlain, match=r"^the folder cannot be read \(No such file or directory\)$"):
        copy_plain(tmp_path / "none", tmp_path / "copy")
    assert not (tmp_path / "copy").exists()


def zipped(path: Path, members: dict[str, bytes], links: dict[str, str] | None = None) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
        for name, target in (links or {}).items():
            info = zipfile.ZipInfo(name)
            info.external_attr = 0o120777 << 16
            archive.writestr(info, target)
    return path


def tarred(path: Path, members: dict[str, bytes], links: dict[str, str] | None = None) -> Path:
    with tarfile.open(path, "w:gz") as archive:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
        for name, target in (links or {}).items():
            info = tarfile.TarInfo(name)
            info.type, info.linkname = tarfile.SYMTYPE, target
            archive.addfile(info)
    return path


@pytest.mark.parametrize(("pack", "name"), [(zipped, "class.zip"), (tarred, "class.tar.gz")])
def test_an_archive_gives_its_plain_files_only(pack, name: str, tmp_path: Path) -> None:
    outside = {"../out.txt": b"x", "/tmp/out-of-the-archive.txt": b"x", "a/../../out.txt": b"x"}
    inside = {"s01/a.ipynb": b"{}", "s02/b.ipynb": b"[]"}
    archive = pack(tmp_path / name, {**outside, **inside}, {"s03/link.ipynb": "/etc/passwd"})
    left_out = unpack(archive, tmp_path / "into" / "here")
    assert contents(tmp_path / "into" / "here") == {"s01/a.ipynb": "{}", "s02/b.ipynb": "[]"}
    assert sorted(left_out) == [
        *(f"{each!r}: its path leads out of the archive" for each in sorted(outside)),
        "'s03/link.ipynb': a link or a device",
    ]
    assert contents(tmp_path / "into").keys() == {"here/s01/a.ipynb", "here/s02/b.ipynb"}
    assert not Path("/tmp/out-of-the-archive.txt").exists()


@pytest.mark.parametrize(("pack", "name"), [(zipped, "bomb.zip"), (tarred, "bomb.tar.gz")])
def test_an_archive_cannot_grow_without_end(pack, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MAX_FILE_BYTES", 2**20)
    archive = pack(tmp_path / name, {f"{number}.bin": bytes(2**20) for number in range(40)})
    left_out = unpack(archive, tmp_path / "into")
    size = sum(path.stat().st_size for path in (tmp_path / "into").iterdir())
    assert size <= max(2**20, MAX_RATIO * archive.stat().st_size)
    assert "together the files are too large" in left_out[-1]


def test_what_is_no_archive(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"PK\x03\x04 and then nothing")
    with pytest.raises(NotPlain, match="it cannot be unpacked"):
        unpack(tmp_path / "a.zip", tmp_path / "into")


def compressed(path: Path, headers: bytes, zeros: int) -> Path:
    """A tar archive that begins with these headers and many zeros, and then holds a notebook."""
    notebook = tarfile.TarInfo("a.ipynb")
    with gzip.open(path, "wb", 1) as file:
        file.write(headers)
        for _ in range(zeros // 2**20):
            file.write(bytes(2**20))
        file.write(notebook.tobuf() + bytes(1024))
    return path


def header(kind: bytes, name: str = "x", size: int = 0) -> bytes:
    info = tarfile.TarInfo(name)
    info.type, info.size = kind, size
    return info.tobuf(tarfile.GNU_FORMAT)


@pytest.mark.parametrize("kind", [tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_LONGLINK, tarfile.XHDTYPE, tarfile.XGLTYPE])
def test_a_name_in_an_archive_takes_no_memory(kind: bytes, tmp_path: Path) -> None:
    archive = compressed(tmp_path / "a.tar.gz", header(kind, size=64 * 2**20), 64 * 2**20)
    with pytest.raises(NotPlain, match=r"^it holds a name or a description that is too long$"):
        unpack(archive, tmp_path / "into")


def test_folders_in_an_archive_are_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MAX_FILES", 3)
    archive = compressed(tmp_path / "a.tar.gz", header(tarfile.DIRTYPE) * 400, 0)
    assert unpack(archive, tmp_path / "into") == ["'x': there are too many files"]


def test_what_is_passed_over_in_an_archive_is_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It has to be unpacked as well, to come to what follows it."""
    monkeypatch.setattr(archives, "MAX_READ_BYTES", 2**20)
    archive = compressed(tmp_path / "a.tar.gz", header(tarfile.SYMTYPE, "link"), 0)
    assert unpack(archive, tmp_path / "into") == ["'link': a link or a device"]
    outside = compressed(tmp_path / "b.tar.gz", header(tarfile.REGTYPE, "../x", 64 * 2**20), 64 * 2**20)
    with pytest.raises(NotPlain, match=r"^together the files are too large$"):
        unpack(outside, tmp_path / "into")


@pytest.mark.parametrize(("pack", "name"), [(zipped, "class.zip"), (tarred, "class.tar.gz")])
def test_a_broken_archive_is_said_to_be_broken(pack, name: str, tmp_path: Path) -> None:
    """Whatever byte of it is another."""
    archive = pack(tmp_path / name, {f"s{number}/a.ipynb": os.urandom(40) * 20 for number in range(4)})
    content, draw = archive.read_bytes(), random.Random(1)
    for attempt in range(300):
        broken = bytearray(content)
        for _ in range(draw.randrange(1, 4)):
            broken[draw.randrange(len(broken))] = draw.randrange(256)
        archive.write_bytes(broken[: draw.choice([len(broken), draw.randrange(len(broken))])])
        with contextlib.suppress(NotPlain):
            unpack(archive, tmp_path / f"into{attempt}")
