"""Is the graph right? Every invariant of the ontology, verified on what is stored.

Nothing is taken from what writing has counted or noted: who is who, what claims make and what
entities are called is worked out anew from documents, mentions, claims and judgements, and then
compared. Rows are read in pages; only ids stay in memory. Nobody should write meanwhile.
"""

from __future__ import annotations

from collections.abc import Iterator

from graph.checking.documents import check_documents
from graph.checking.entities import check_entities
from graph.checking.facts import check_facts
from graph.checking.finding import RULES, Finding
from graph.checking.identities import check_identifiers, check_judgements, identities
from graph.checking.shapes import check_shapes
from graph.schema import Schema
from graph.store.base import Store
from graph.vocabulary import SCHEMA

__all__ = ["RULES", "Finding", "check"]


def check(store: Store, schema: Schema = SCHEMA) -> Iterator[Finding]:
    """Everything that is wrong with the graph in a store, as it is found.

    Raises `StoreError` where the store cannot be read.
    """
    yield from check_shapes(store, schema)
    known = identities(store, schema)
    yield from check_identifiers(store, known)
    yield from check_judgements(store, known)
    supported: dict[str, str] = {}
    yield from check_documents(store, schema, known, supported)
    yield from check_facts(store, schema, supported)
    yield from check_entities(store, schema, known)
