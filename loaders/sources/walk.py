"""Which files there are to read."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from graph.model import Document
from loaders.sources.base import DEFAULT_LIMITS, Limits, Unreadable
from loaders.sources.registry import ENDINGS, key_of, read


@dataclass(frozen=True, slots=True)
class File:
    """A file to read, and the folder below which its path is its key."""

    path: Path
    root: Path

    @property
    def key(self) -> str:
        """What its documents have as origin."""
        return key_of(self.path, self.root)


@dataclass(frozen=True, slots=True)
class Found:
    """What is below some paths: files to read, what cannot be read, how many are passed over.

    In folders are passed over: hidden files, unknown endings, links that lead out of the folder,
    and what is no regular file.
    """

    files: tuple[File, ...]
    unreadable: tuple[Unreadable, ...]
    skipped: int


def find(paths: Iterable[Path]) -> Found:
    """The files named by `paths` and below the folders among them, sorted, each once."""
    files: dict[Path, File] = {}
    keys: dict[str, Path] = {}
    unreadable: list[Unreadable] = []
    skipped = 0
    for file in _listed(paths, unreadable):
        if file is None:
            skipped += 1
            continue
        real = Path(os.path.realpath(file.path))
        if real in files:
            continue
        if (other := keys.setdefault(file.key, file.path)) != file.path:
            reason = f"its key {file.key!r} is that of {other} too; load their common folder"
            unreadable.append(Unreadable(str(file.path), "", reason))
            continue
        files[real] = file
    return Found(tuple(files.values()), tuple(unreadable), skipped)


def walk(paths: Iterable[Path], limits: Limits = DEFAULT_LIMITS) -> Iterator[Document | Unreadable]:
    """The documents of all files that `find` gives, and what could not be read."""
    found = find(paths)
    yield from found.unreadable
    for file in found.files:
        yield from read(file.path, limits, file.root)


def _listed(paths: Iterable[Path], unreadable: list[Unreadable]) -> Iterator[File | None]:
    """Every file in turn, None for one that is passed over; faults go to `unreadable`."""
    for path in paths:
        if os.path.isdir(path):
            yield from _below(path, unreadable)
        else:
            yield File(path, path.parent)


def _below(root: Path, unreadable: list[Unreadable]) -> Iterator[File | None]:
    """The files of a folder and its folders, sorted; linked folders are not entered."""

    def fault(error: OSError) -> None:
        reason = f"{error.strerror}; check the folder's permissions"
        unreadable.append(Unreadable(str(error.filename), "", reason))

    real_root = Path(os.path.realpath(root))
    for folder, folders, names in os.walk(root, onerror=fault):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(folder, name)
            yield File(path, root) if _is_to_read(path, real_root) else None


def _is_to_read(path: Path, real_root: Path) -> bool:
    """Whether a file of a folder is one that we read, and lies in the folder."""
    return (
        not path.name.startswith((".", "~$"))
        and path.suffix.lower() in ENDINGS
        and os.path.isfile(path)
        and Path(os.path.realpath(path)).is_relative_to(real_root)
    )
