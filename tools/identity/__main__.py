"""`python -m tools.identity {annotated,extracted} GOLD ... [--out FILE]`: clusters, for a scorer.

Loads documents and the reference facts into a store of its own, resolves, and writes which
entities of different documents are held to be one. `annotated` takes mentions and claims from the
annotations; `extracted` reads the texts, and pairs what is read with what is annotated as
`cybercoop evaluate` does. With --no-resolve only keys join. The annotated documents and the scorer
of clusters are no part of the project.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import Any

from graph.resolution import resolve
from graph.store import Store, open_store
from graph.versions import prepare
from graph.writing import Reading, write_documents
from loaders.evaluation.annotated import GoldEntity, View
from loaders.evaluation.pairing import pairs
from loaders.extract.rules import RulesExtractor
from loaders.link import link
from loaders.pipeline import load_reference
from tools.identity.annotated import document_of, extraction_of

WHERE = """
MATCH (d:Document)-[m:MENTIONS]->(e:Entity)
RETURN d.source AS document, m.local AS local, e.id AS entity
"""


def main() -> None:
    """Run one measure."""
    options = _options()
    golds = [json.loads(Path(path).read_text(encoding="utf-8")) for path in options.gold]
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(f"embedded:{folder}/graph.kgl", writable=True)
        prepare(store)
        load_reference(store)
        keys = _annotated(store, golds) if options.source == "annotated" else _read(store, golds)
        if options.resolve:
            print(resolve(store))
            for row in store.read(WAITING):
                print(*row.values(), sep="\t")
        found = _clusters(store, golds, keys)
        store.close()
    Path(options.out).write_text(json.dumps(found, ensure_ascii=False, indent=1))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tools.identity")
    parser.add_argument("source", choices=("annotated", "extracted"))
    parser.add_argument("gold", nargs="+")
    parser.add_argument("--out", required=True)
    parser.add_argument("--resolve", action=argparse.BooleanOptionalAction, default=True)
    return parser.parse_args()


WAITING = """
MATCH (j:Judgement)
WHERE j.verdict = 'unsure'
RETURN j.score AS score, j.left AS left, j.right AS right, j.reason AS reason
ORDER BY score DESC
"""

Keys = dict[tuple[str, str], str]
"""By document and local id: the key of the annotated entity."""


def _annotated(store: Store, golds: list[dict[str, Any]]) -> Keys:
    keys: Keys = {}
    for gold in golds:
        document, extraction, local = extraction_of(gold)
        keys |= {(gold["id"], id_): key for key, id_ in local.items()}
        write_documents(store, [Reading(document, link(extraction), "annotated 1")])
    return keys


def _read(store: Store, golds: list[dict[str, Any]]) -> Keys:
    extractor = RulesExtractor()
    keys: Keys = {}
    for gold in golds:
        document = document_of(gold)
        found = link(extractor.extract(document))
        write_documents(store, [Reading(document, found, "rules")])
        wanted = [GoldEntity.model_validate(entity) for entity in gold["entities"]]
        paired = pairs(wanted, found.entities, View())
        keys |= {(gold["id"], id_): key for id_, key in paired.items()}
    return keys


def _clusters(store: Store, golds: list[dict[str, Any]], keys: Keys) -> dict[str, Any]:
    members = defaultdict(list)
    left = {(gold["id"], e["key"]) for gold in golds for e in gold["entities"]}
    for row in store.read(WHERE):
        key = keys.get((row["document"], row["local"]))
        if key is not None:
            left.discard((row["document"], key))
            members[row["entity"]].append({"document": row["document"], "key": key})
    for document, key in sorted(left):
        members[f"not read: {document} {key}"].append({"document": document, "key": key})
    return {"clusters": [{"entity": e, "members": m} for e, m in sorted(members.items())]}


if __name__ == "__main__":
    main()
