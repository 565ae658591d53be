"""From files to the graph: sources, extraction, linking, store, with progress.

Reading and writing happen here, in order; extraction goes through a
`concurrent.futures.Executor` where one is given, so that the same code uses one core, all
cores, or a cluster. Documents that are stored as they are cost one look-up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from pathlib import Path

from graph.model import Document, Extraction
from graph.store import Store
from graph.vocabulary import SCHEMA
from graph.writing import (
    Change,
    Reading,
    fingerprint,
    remove_documents,
    stored_fingerprints,
    write_documents,
)
from loaders import reference
from loaders.extract.base import Extractor
from loaders.extract.registry import extractor as named_extractor
from loaders.extract.validate import validate
from loaders.link import link
from loaders.sources.base import DEFAULT_LIMITS, Limits, Unreadable
from loaders.sources.registry import key_of, read
from loaders.sources.walk import Found, find

BATCH = 32
"""Documents written in one transaction."""

FROM_FOLDER = """
MATCH (d:Document)
WHERE d.origin STARTS WITH $prefix
RETURN d.id AS id, d.origin AS origin
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
    it, are taken out; those of a file that cannot be read now stay. Raises
    `loaders.extract.registry.UnknownExtractor`, and `StoreError` from the store; what was
    written before stays written.
    """
    reader = _extractor(extractor)
    store.define(SCHEMA)
    found = find(paths)
    unreadable = list(found.unreadable)
    seen: set[str] = set()
    change, dropped, pruned = Change(), 0, tuple[str, ...]()
    try:
        documents = _documents(found, limits, unreadable, progress)
        for batch in _batches(documents, BATCH):
            seen |= {document.id for document in batch}
            part, lost = _load_batch(store, batch, extractor, reader, executor)
            change, dropped = change + part, dropped + lost
        if prune:
            part, pruned = _prune(store, paths, seen, {u.path for u in unreadable})
            change += part
    finally:
        store.flush()
    return Outcome(change, tuple(unreadable), found.skipped, dropped, pruned)


def load_reference(store: Store, *, progress: Progress | None = None) -> Outcome:
    """Load every reference dataset. Raises `loaders.reference.DatasetError` for a faulty one."""
    store.define(SCHEMA)
    datasets = reference.datasets()
    change = Change()
    try:
        for number, dataset in enumerate(datasets, 1):
            document, extraction = reference.load_dataset(dataset)
            change += write_documents(store, [Reading(document, extraction, dataset.reader)])
            if progress:
                progress(number, len(datasets))
    finally:
        store.flush()
    return Outcome(change)


def remove(store: Store, ids: Iterable[str]) -> Change:
    """Take documents out of the graph by their ids, with all that nothing else speaks of."""
    try:
        return remove_documents(store, ids)
    finally:
        store.flush()


def read_document(document: Document, extractor: str = "rules") -> tuple[Extraction, int]:
    """What an extractor reads in a document, checked and linked, and how much was dropped."""
    checked = validate(document, _extractor(extractor).extract(document))
    return link(checked.extraction), checked.dropped.total()


def _load_batch(
    store: Store,
    documents: list[Document],
    name: str,
    extractor: Extractor,
    executor: Executor | None,
) -> tuple[Change, int]:
    version = f"{extractor.name} {extractor.version}"
    stored = stored_fingerprints(store, [d.id for d in documents])
    fresh = [d for d in documents if stored.get(d.id) != fingerprint(d, version)]
    standing = Change(unchanged=len(documents) - len(fresh))
    if not fresh:
        return standing, 0
    run = executor.map if executor else map
    results = list(run(read_document, fresh, [name] * len(fresh)))
    readings = [
        Reading(document, extraction, version)
        for document, (extraction, _) in zip(fresh, results, strict=True)
    ]
    return standing + write_documents(store, readings), sum(lost for _, lost in results)


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
    return remove_documents(store, gone), tuple(sorted(gone.values()))


def _folders(paths: Sequence[Path]) -> list[Path]:
    return [path for path in paths if path.is_dir()]


def _batches(documents: Iterator[Document], size: int) -> Iterator[list[Document]]:
    while batch := list(islice(documents, size)):
        yield batch


@lru_cache(maxsize=4)
def _extractor(name: str) -> Extractor:
    """The extractor, made once in each process: its lexicons take time to compile."""
    return named_extractor(name)
