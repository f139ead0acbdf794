"""A notebook without its outputs, read piece by piece: what a program has printed does not matter to its mark, so a
large file is judged by what is left.

The file is hostile. Nothing is parsed here and nothing grows with the file: a JSON reader would hold a string of 300 MB
at once, and a pass over single brackets would take minutes. So each piece is looked at as an array of bytes; whether
what is left is a notebook, the JSON reader says.
"""

from __future__ import annotations

import re

import numpy as np

# Values that no check looks at, and how deep their keys stand: a cell's in formats 4 and 3, the notebook's widgets.
_DROPPED = {b"outputs": ((3, 5), b"[]"), b"attachments": ((3, 5), b"{}"), b"widgets": ((2,), b"{}")}
_KEY = re.compile(rb'"(outputs|attachments|widgets)"\s{0,16}:')
_MOST_DROPPED = 10_000  # values; no notebook with as many cells is read, and each takes a while
_MARGIN = 64  # bytes: a key and its colon are not cut in two
_QUOTE, _COMMA = b'",'
_OPENING, _CLOSING = b"{}"  # and [ ], which are the same but for a bit


class WithoutOutputs:
    """Takes a notebook in pieces, and gives back what is left of each."""

    def __init__(self) -> None:
        self._rest = b""
        self._depth, self._is_text = 0, False  # where the rest begins
        self._dropped = 0  # how many values were left out
        self._dropping = 0  # how deep the key stands whose value is being left out

    def feed(self, piece: bytes) -> bytes:
        piece = self._rest + piece
        if len(piece) <= 2 * _MARGIN:
            self._rest = piece
            return b""
        return self._left(piece, _cut(piece))

    def end(self) -> bytes:
        """What is left of the last piece."""
        return self._left(self._rest, len(self._rest)) if self._rest else b""

    def _left(self, piece: bytes, cut: int) -> bytes:
        seen = _Structure(piece, self._depth, self._is_text)
        kept: list[bytes] = []
        begin = 0
        while begin < cut:
            if self._dropping:
                begin = seen.end_of_value(begin, self._dropping)
                if begin >= cut:
                    break
                self._dropping = 0
            key = self._next_key(seen, begin)
            if key is None or key.start() >= cut:
                kept.append(piece[begin:cut])
                break
            kept += [piece[begin : key.end()], _DROPPED[key[1]][1]]
            self._dropping, begin = int(seen.depth[key.start()]), key.end()
            self._dropped += 1
            cut = max(cut, begin)
        self._rest = piece[cut:]
        self._depth, self._is_text = int(seen.depth[cut - 1]), bool(seen.is_text[cut - 1])
        return b"".join(kept)

    def _next_key(self, seen: _Structure, begin: int) -> re.Match[bytes] | None:
        """The next key, which is no part of some text, that stands where its value does not matter."""
        for key in _KEY.finditer(seen.plain, begin) if self._dropped < _MOST_DROPPED else ():
            if seen.is_text[key.start()] and int(seen.depth[key.start()]) in _DROPPED[key[1]][0]:
                return key
        return None


class _Structure:
    """How deep each byte of a piece lies in brackets, and whether in a text, to which its first quote belongs."""

    def __init__(self, piece: bytes, depth: int, is_text: bool) -> None:
        self.plain = piece.replace(rb"\\", b"__").replace(rb"\"", b"__")
        found = np.frombuffer(self.plain, np.uint8)
        self.is_text = (np.cumsum(found == _QUOTE, dtype=np.int32) + is_text) % 2 == 1
        opening, closing = ((found | 32 == bracket) & ~self.is_text for bracket in (_OPENING, _CLOSING))
        self.depth = depth + np.cumsum(opening.astype(np.int8) - closing.astype(np.int8), dtype=np.int32)
        self._size = len(piece)
        self._comma = (found == _COMMA) & ~self.is_text
        self._ends: dict[int, np.ndarray] = {}

    def end_of_value(self, begin: int, depth: int) -> int:
        """Where the value that begins there ends, of a key at that depth; behind the piece where it goes on."""
        if depth not in self._ends:
            self._ends[depth] = np.flatnonzero(self._comma & (self.depth == depth) | (self.depth < depth))
        ends = self._ends[depth]
        number = np.searchsorted(ends, begin)
        return int(ends[number]) if number < len(ends) else self._size


def _cut(piece: bytes) -> int:
    """Where a piece may be cut: near its end, and not between a backslash and what it stands before."""
    near = piece[: len(piece) - _MARGIN]
    begin = len(near.rstrip(b"\\"))
    return begin + (len(near) - begin) // 2 * 2
