"""From files to the graph: sources, extraction, linking, store, with progress.

Files are opened and documents written here, in order; extraction goes through a
`concurrent.futures.Executor` where one is given, so that the same code uses one core, all
cores, or a cluster. Documents that are stored as they are cost one look-up, so a load that was
interrupted goes on where it was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from graph.model import Document
from graph.store import Store
from graph.versions import prepare
from graph.writing import (
    Change,
    Reading,
    fingerprint,
    remove_documents,
    stored_fingerprints,
    write_documents,
)
from loaders import reference
from loaders.reading import Batch, Result, read_ahead, version_of
from loaders.reference import Dataset
from loaders.sources.base import DEFAULT_LIMITS, Limits, Unreadable
from loaders.sources.registry import key_of, read
from loaders.sources.walk import Found, find

BATCH = 256
"""Documents written in one transaction, at most."""

BATCH_CHARACTERS = 1_000_000
"""Length of their texts from which on no more documents join a batch."""

FROM_FOLDER = """
MATCH (d:Document)
WHERE d.origin STARTS WITH $prefix
RETURN d.id AS id, d.origin AS origin
"""

STORED_DATASETS = """
MATCH (d:Document)
WHERE d.dataset AND d.source STARTS WITH $prefix
RETURN d.id AS id
"""

Progress = Callable[[int, int], None]
"""Called with how many files are done, and how many there are."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a load did: the change of the graph, what could not be read, files passed over."""

    change: Change = field(default_factory=Change)
    unreadable: tuple[Unreadable, ...] = ()
    skipped: int = 0
    dropped: int = 0
    """Mentions and claims of the extractor that were unsound, and left out."""
    pruned: tuple[str, ...] = ()
    """Origins of documents taken out since their file, or their line of it, is gone."""


def load(
    store: Store,
    paths: Sequence[Path],
    *,
    extractor: str = "rules",
    limits: Limits = DEFAULT_LIMITS,
    executor: Executor | None = None,
    progress: Progress | None = None,
    prune: bool = False,
) -> Outcome:
    """Load all documents in files and folders; what cannot be read is named, the rest loads.

    With `prune`, documents that came from one of the folders, and whose file is no longer in
    it, are taken out; those of a file that cannot be read now stay. The graph is the same
    whatever the executor. Raises `loaders.extract.registry.UnknownExtractor`,
    `loaders.reading.ReadingStopped` where a process of the executor dies, and `StoreError` from
    the store; what was written before stays written.
    """
    version = version_of(extractor)
    prepare(store)
    found = find(paths)
    unreadable = list(found.unreadable)
    seen: set[str] = set()
    change, dropped, pruned = Change(), 0, tuple[str, ...]()
    try:
        documents = _documents(found, limits, unreadable, progress)
        batches = _unwritten(store, _batches(documents), version, seen)
        with closing(read_ahead(batches, extractor, executor)) as ready:
            for batch, results in ready:
                change += _written(store, batch, results, version)
                dropped += sum(lost for _, lost in results)
        if prune:
            part, pruned = _prune(store, paths, seen, {u.path for u in unreadable})
            change += part
    finally:
        store.flush()
    return Outcome(change, tuple(unreadable), found.skipped, dropped, pruned)


def load_reference(
    store: Store,
    *,
    datasets: Sequence[Dataset] | None = None,
    folder: Path | None = None,
    progress: Progress | None = None,
) -> Outcome:
    """Load the reference datasets, and take out those that are no longer among them.

    `datasets` are all of them unless given; `folder` is where their CSV files are, in place of
    those that come with the package. Raises `loaders.reference.DatasetError` for a faulty one
    before anything is written, so that the graph stays as it was.
    """
    prepare(store)
    declared = reference.datasets() if datasets is None else datasets
    readings = [Reading(*reference.load_dataset(d, folder=folder), d.reader) for d in declared]
    change = Change()
    try:
        for number, reading in enumerate(readings, 1):
            change += write_documents(store, [reading])
            if progress:
                progress(number, len(readings))
        there = {reading.document.id for reading in readings}
        stored = store.read(STORED_DATASETS, {"prefix": reference.SOURCE_PREFIX})
        change += _taken_out(store, {row["id"] for row in stored} - there)
    finally:
        store.flush()
    return Outcome(change)


def remove(store: Store, ids: Iterable[str]) -> Change:
    """Take documents out of the graph by their ids, with all that nothing else speaks of."""
    try:
        return _taken_out(store, ids)
    finally:
        store.flush()


def _unwritten(
    store: Store, batches: Iterable[list[Document]], version: str, seen: set[str]
) -> Iterator[Batch]:
    """Batches without the documents that are stored as they are; all ids go to `seen`.

    Of documents with one id the last counts. One that an earlier batch had is read again, since
    its first state may not be written yet when the second is looked up.
    """
    for documents in batches:
        latest = {d.id: d for d in documents}
        stored = stored_fingerprints(store, latest)
        fresh = [
            d for id, d in latest.items() if id in seen or stored.get(id) != fingerprint(d, version)
        ]
        seen.update(latest)
        yield Batch(fresh, unchanged=len(latest) - len(fresh))


def _written(store: Store, batch: Batch, results: Sequence[Result], version: str) -> Change:
    standing = Change(unchanged=batch.unchanged)
    if not batch.fresh:
        return standing
    readings = [
        Reading(document, extraction, version)
        for document, (extraction, _) in zip(batch.fresh, results, strict=True)
    ]
    return standing + write_documents(store, readings)


def _documents(
    found: Found, limits: Limits, unreadable: list[Unreadable], progress: Progress | None
) -> Iterator[Document]:
    for number, file in enumerate(found.files, 1):
        for item in read(file.path, limits, file.root):
            if isinstance(item, Unreadable):
                unreadable.append(item)
            else:
                yield item
        if progress:
            progress(number, len(found.files))


def _prune(
    store: Store, paths: Sequence[Path], seen: set[str], unreadable: set[str]
) -> tuple[Change, tuple[str, ...]]:
    """Take out documents from the folders among `paths` that were not seen in this load."""
    spared = {
        key_of(Path(path), root)
        for path in unreadable
        for root in _folders(paths)
        if Path(path).is_relative_to(root)
    }
    gone = {}
    for folder in _folders(paths):
        for row in store.read(FROM_FOLDER, {"prefix": key_of(folder / "x", folder)[:-1]}):
            if row["id"] not in seen and row["origin"] not in spared:
                gone[row["id"]] = row["origin"]
    return _taken_out(store, gone), tuple(sorted(gone.values()))


def _taken_out(store: Store, ids: Iterable[str]) -> Change:
    """Take documents out, a batch in one transaction."""
    wanted = sorted(set(ids))
    change = Change()
    for start in range(0, len(wanted), BATCH):
        change += remove_documents(store, wanted[start : start + BATCH])
    return change


def _folders(paths: Sequence[Path]) -> list[Path]:
    return [path for path in paths if path.is_dir()]


def _batches(documents: Iterable[Document]) -> Iterator[list[Document]]:
    batch: list[Document] = []
    characters = 0
    for document in documents:
        batch.append(document)
        characters += len(document.text)
        if len(batch) == BATCH or characters >= BATCH_CHARACTERS:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch
