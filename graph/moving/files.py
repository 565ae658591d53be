"""Files of lines, packed or plain, written whole or not at all."""

from __future__ import annotations

import gzip
import io
import os
import sys
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, cast

from graph.moving.lines import DumpError

GZIP = b"\x1f\x8b"
"""How every gzip file begins."""

LEVEL = 6
"""How hard gzip packs, of 9."""


def lines_to(path: Path | None, lines: Iterable[bytes]) -> None:
    """Write lines to a file, or to standard output where `path` is None.

    A name that ends in .gz is packed, without a time in it, so that equal lines are equal bytes.
    The file is there under its name only when it is whole: it grows beside that, and one of
    the same name is replaced at the end. Raises OSError.
    """
    if path is None:
        _write(sys.stdout.buffer, lines)
        sys.stdout.buffer.flush()
        return
    growing = path.with_name(f"{path.name}.part")
    try:
        with growing.open("wb") as file:
            if path.suffix == ".gz":
                with gzip.GzipFile("", "wb", LEVEL, file, mtime=0) as packed:
                    _write(cast(IO[bytes], packed), lines)
            else:
                _write(file, lines)
            file.flush()
            os.fsync(file.fileno())
        growing.replace(path)
    finally:
        growing.unlink(missing_ok=True)


def lines_from(path: Path | None) -> Iterator[bytes]:
    """The lines of a file, packed or not, or of standard input where `path` is None.

    Raises OSError, and `DumpError` where a packed file is cut or damaged.
    """
    if path is None:
        yield from _unpacked(cast(io.BufferedReader, sys.stdin.buffer), "standard input")
        return
    with path.open("rb") as file:
        yield from _unpacked(file, str(path))


def _write(file: IO[bytes], lines: Iterable[bytes]) -> None:
    for line in lines:
        file.write(line)


def _unpacked(file: io.BufferedReader, name: str) -> Iterator[bytes]:
    if file.peek(len(GZIP))[: len(GZIP)] != GZIP:
        yield from file
        return
    try:
        with gzip.GzipFile(fileobj=file) as packed:
            yield from packed
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise DumpError(f"{name}: cut or damaged ({error}); take a whole dump") from error
