"""`cybercoop show`: an entity, a document or a claim."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from app.cli.common import JsonOption, StoreOption, opened

if TYPE_CHECKING:
    from graph.store import Store

Shown = dict[str, Any]

DOCUMENT = (
    "id",
    "title",
    "source",
    "origin",
    "url",
    "publisher",
    "published",
    "language",
    "licence",
    "copy_of",
    "dataset",
)
CLAIM = ("claim", "modality", "stated_by", "qualifiers", "quote", "place")
FACT = (
    "fact",
    "modality",
    "disputed",
    "qualifiers",
    "reported",
    "sources",
    "quote",
    "source",
    "url",
)


def show(
    id: Annotated[str, typer.Argument(help="Id of anything, or exact name of an entity.")],
    limit: Annotated[int, typer.Option(min=1, help="Most facts of an entity.")] = 50,
    store: StoreOption = None,
    json: JsonOption = False,
) -> None:
    """Show an entity with its facts, a document with its claims, or a claim."""
    from app.cli.output import print_json
    from queries import documents

    with opened(store) as graph:
        if id.startswith("doc:"):
            found = documents.document(graph, id)
        elif id.startswith("claim:"):
            found = documents.claim(graph, id)
        else:
            found = _with_facts(graph, id, limit)
    if json:
        print_json(found)
    else:
        printer = PRINTERS.get(id.partition(":")[0], _entity)
        printer(found)


def _with_facts(graph: Store, id: str, limit: int) -> Shown:
    from queries import entities

    known = entities.entity(graph, entities.resolve(graph, id))
    page = entities.neighbours(graph, known["id"], limit=limit)
    return {**known, "neighbours": page.items, "more": page.next is not None}


def _entity(entity: Shown) -> None:
    from app.cli.output import print_cards, print_heading, print_note, print_record

    print_heading(f"{entity['name']}  {entity['kind']}  {entity['id']}")
    counts = {name: entity[f"{name}_count"] for name in ("facts", "claims", "documents")}
    known = {"id": entity["id"], "kind": entity["kind"], "sub": entity["sub"]}
    properties = {**known, **entity["properties"], **counts}
    print_record(properties)
    print_cards(FACT, [_fact_row(entity, item) for item in entity["neighbours"]])
    if entity["more"]:
        print_note("there are more facts; --limit shows them")


def _fact_row(entity: Shown, item: Shown) -> Shown:
    fact, other = item["fact"], f"{item['entity']['name']} ({item['entity']['id']})"
    ends = (entity["name"], other) if item["direction"] == "out" else (other, entity["name"])
    return {
        **fact,
        "fact": f"{ends[0]} {item['type']} {ends[1]}",
        "disputed": fact["disputed"] or None,
        "reported": _period(fact["first_reported"], fact["last_reported"]),
    }


def _period(first: str | None, last: str | None) -> str | None:
    return first if first == last else f"{first or '?'} to {last or '?'}"


def _document(document: Shown) -> None:
    from app.cli.output import print_cards, print_heading, print_record

    print_heading(document["title"])
    print_record({name: document[name] for name in DOCUMENT})
    print_cards(CLAIM, [_claim_row(claim) for claim in document["claims"]])


def _claim(claim: Shown) -> None:
    from app.cli.output import print_record

    document = claim["document"]
    print_record(
        {
            "id": claim["id"],
            **_claim_row(claim),
            "document": f"{document['title']} ({document['id']})",
            **{name: document[name] for name in ("url", "publisher", "published")},
            **{name: claim[name] for name in ("confidence", "extractor", "rule", "source")},
            "status": claim["status"],
            "supports": claim["supports"] and claim["supports"]["id"],
            "denies": claim["denies"] and claim["denies"]["id"],
        }
    )


def _claim_row(claim: Shown) -> Shown:
    speaker = claim["stated_by"]
    return {
        "claim": _statement(claim),
        "modality": claim["modality"],
        "stated_by": speaker and f"{speaker['name']} ({speaker['id']})",
        "qualifiers": claim["qualifiers"],
        "quote": claim["quote"],
        "place": f"characters {claim['start']} to {claim['end']}",
    }


def _statement(claim: Shown) -> str:
    """A claim in short: subject, predicate, and object, value or phrase."""
    other = claim["object"] and f"{claim['object']['name']} ({claim['object']['id']})"
    said = other or claim["value"] or f"“{claim['object_phrase']}”"
    return f"{claim['subject']['name']} ({claim['subject']['id']}) {claim['predicate']} {said}"


PRINTERS = {"doc": _document, "claim": _claim}
"""How to print what is no entity, by the beginning of its id."""
