"""The reference datasets for readers: a page in Markdown, made from the declarations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from graph.vocabulary import SCHEMA
from loaders.extract.confidence import ACCEPTED
from loaders.reference import Dataset, datasets, load_dataset
from loaders.reference.coverage import coverage_section

HEAD = f"""\
# The reference facts

Made from the declarations in `loaders/reference/datasets/`; change them there.
`cybercoop load --reference` loads all of these, or none where one does not fit its declaration.
Every row names its source. [DATA-LICENSES.md](../DATA-LICENSES.md) has the licences in full.

What a row says with a confidence below {ACCEPTED} waits for a person's word: it is kept as
`pending` and makes no fact. So do memberships on which the two sources differ.

| Dataset | What | As of | Rows | Licence |
|---|---|---|---|---|
"""


def reference_facts_page() -> str:
    """All datasets: what is in, as of when, how many rows, under which licence, what they say."""
    overview = HEAD + "".join(map(_line, datasets()))
    return f"{overview}\n{coverage_section()}" + "".join(map(_section, datasets()))


def _line(dataset: Dataset) -> str:
    cells = (
        f"[{dataset.name}](#{dataset.name})",
        dataset.title,
        dataset.as_of,
        f"{dataset.expect.rows:,}",
        dataset.licence,
    )
    return f"| {' | '.join(cells)} |\n"


def _section(dataset: Dataset) -> str:
    return "\n".join(["", f"## {dataset.name}", "", *_told(dataset), ""])


def _told(dataset: Dataset) -> Iterator[str]:
    entities, claims = _counts(dataset)
    origin = f"[{dataset.publisher}]({dataset.url})" if dataset.url else dataset.publisher
    yield f"{dataset.title}. Source: {origin}."
    yield ""
    if entities:
        yield f"- Declares {entities}."
    yield f"- Says {claims}."
    if checks := ", ".join(_checks(dataset)):
        yield f"- Holds at loading: {checks}."


def _counts(dataset: Dataset) -> tuple[str, str]:
    """How many entities of each kind it declares, and how many claims of each sort it makes."""
    _, extraction = load_dataset(dataset)
    known = {node.kind for _, node in dataset.nodes if not node.known}
    kinds = Counter(entity.kind for entity in extraction.entities if entity.kind in known)
    facts = Counter(c.predicate for c in extraction.claims if SCHEMA.is_type(c.predicate))
    values = sum(not SCHEMA.is_type(c.predicate) for c in extraction.claims)
    waiting = sum(c.status == "pending" for c in extraction.claims)
    said = [f"{name} {count:,} times" for name, count in sorted(facts.items())]
    said += [f"{values:,} properties"] if values else []
    said += [f"{waiting:,} of all this pending"] if waiting else []
    declared = [f"{count:,} {kind}" for kind, count in sorted(kinds.items())]
    return ", ".join(declared), ", ".join(said)


def _checks(dataset: Dataset) -> Iterator[str]:
    yield f"{dataset.expect.rows:,} rows"
    for column, value, count in dataset.expect.counts:
        yield f"{count:,} with {column} `{value}`"
    for column, values in dataset.expect.present:
        yield f"{column} has {', '.join(f'`{value}`' for value in values)}"
