"""What an extractor reads in documents: one at a time, or many ahead of who writes them.

This is what runs in other processes and on other machines, so it imports no store.
"""

from __future__ import annotations

import gc
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import lru_cache

from graph.model import Document, Extraction
from loaders.extract.base import Extractor
from loaders.extract.registry import extractor as named_extractor
from loaders.extract.validate import validate
from loaders.link import link
from loaders.link import version as linking

CHUNK = 16
"""Documents in one task of an executor."""

AHEAD = 2
"""Batches that an executor reads while the one before them is written."""

Result = tuple[Extraction, int]
"""What was read in a document, and how many unsound mentions and claims were left out."""


class ReadingStopped(Exception):
    """Documents cannot be read any further; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Documents that are written together: those to read, and how many stand as they were."""

    fresh: Sequence[Document]
    unchanged: int = 0


def read_document(document: Document, extractor: str = "rules") -> Result:
    """What an extractor reads in a document, checked and linked, and how much was dropped.

    Claims name what read them as documents do, so that `cybercoop check` can tell a stale one.
    """
    checked = validate(document, made(extractor).extract(document))
    linked, version = link(checked.extraction), version_of(extractor)
    claims = tuple(replace(claim, extractor=version) for claim in linked.claims)
    return replace(linked, claims=claims), checked.dropped.total()


def read_documents(documents: Sequence[Document], extractor: str, version: str) -> list[Result]:
    """What the extractor reads in each of several documents.

    Raises `ReadingStopped` where the extractor that is installed here has another version.
    """
    if (here := version_of(extractor)) != version:
        raise ReadingStopped(
            f"a process that reads has extractor {here!r}, the loader {version!r}; "
            "install the same cybercoop on every machine"
        )
    with _uncollected():
        return [read_document(document, extractor) for document in documents]


@contextmanager
def _uncollected() -> Iterator[None]:
    """Look for no garbage meanwhile: what is read makes no cycles, so that there is none to find,
    and looking for it takes a fifteenth of the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def read_ahead(
    batches: Iterable[Batch], extractor: str, executor: Executor | None = None
) -> Generator[tuple[Batch, list[Result]]]:
    """Each batch in turn with what was read in its fresh documents.

    With an executor up to `AHEAD` more batches are read meanwhile. A batch is taken from
    `batches` only when its turn to be read has come, so memory does not grow with their number.
    Raises `ReadingStopped` where a process of the executor dies.
    """
    submit = executor.submit if executor else _here
    version = version_of(extractor)
    waiting: deque[tuple[Batch, list[Future[list[Result]]]]] = deque()
    try:
        for batch in batches:
            chunks = [batch.fresh[i : i + CHUNK] for i in range(0, len(batch.fresh), CHUNK)]
            tasks = [submit(read_documents, chunk, extractor, version) for chunk in chunks]
            waiting.append((batch, tasks))
            if len(waiting) > (AHEAD if executor else 0):
                yield _finished(*waiting[0])
                waiting.popleft()
        while waiting:
            yield _finished(*waiting[0])
            waiting.popleft()
    except (BrokenExecutor, CancelledError) as error:
        raise ReadingStopped(_died(waiting[0][0] if waiting else batch)) from error
    finally:
        for _, tasks in waiting:
            for task in tasks:
                task.cancel()


@lru_cache(maxsize=4)
def made(name: str) -> Extractor:
    """The extractor called `name`, made once in each process: its lexicons take time to compile.

    Raises `loaders.extract.registry.UnknownExtractor`.
    """
    return named_extractor(name)


def version_of(extractor: str) -> str:
    """Name and version of an extractor and of linking, as documents are stored with them."""
    known = made(extractor)
    return f"{known.name} {known.version}.{linking()}"


def _here(
    work: Callable[[Sequence[Document], str, str], list[Result]],
    documents: Sequence[Document],
    extractor: str,
    version: str,
) -> Future[list[Result]]:
    """What `Executor.submit` does, at once and in this process."""
    done: Future[list[Result]] = Future()
    done.set_result(work(documents, extractor, version))
    return done


def _finished(batch: Batch, tasks: list[Future[list[Result]]]) -> tuple[Batch, list[Result]]:
    return batch, [result for task in tasks for result in task.result()]


def _died(batch: Batch) -> str:
    first = batch.fresh[0].source if batch.fresh else "the next document"
    return (
        f"a process that reads documents died, at {first} or up to some hundred documents after "
        "it; what was written before stays. Run the command again to go on; if memory is short, "
        "with fewer --jobs"
    )
