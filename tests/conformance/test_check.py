"""`check`: a good graph has no finding; broken in one way, it has just the findings of that way."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from app.cli import app
from graph.checking import RULES, Finding, check
from graph.model import Document, Judgement
from graph.store import Store, StoreQueryError, Transaction, open_store
from graph.versions import prepare
from graph.writing import judge, write_documents
from tests.conformance.small_graph import KENYA, MEMORANDUM, POLICE, TREATY, VISIT, readings

ROOT = Path(__file__).parents[2]
VISITED = Document(VISIT, "").id
JUDGED = Judgement("person:clerk", "person:noor", "same", "ann", "2024-01-01")

BREAKS = {
    "the Graph node is gone": """
        MATCH (g:Graph) DETACH DELETE g
        RETURN 'graph' AS rule, 'graph' AS id""",
    "the Graph node has another version": """
        MATCH (g:Graph) SET g.schema_version = 99
        RETURN 'graph' AS rule, 'graph' AS id""",
    "a restore was not finished": """
        MATCH (g:Graph) SET g.unfinished = 'restore'
        RETURN 'graph' AS rule, 'graph' AS id""",
    "a label is unknown": """
        CREATE (n:Thing) SET n.id = 'thing:1'
        RETURN 'labels' AS rule, 'thing:1' AS id""",
    "an entity has no kind": f"""
        MATCH (e:Entity {{id: '{POLICE}'}}) REMOVE e:Agency
        WITH e UNWIND ['labels', 'entity', 'types'] AS rule
        RETURN rule, e.id AS id""",
    "an entity has a sub-label that nothing says": f"""
        MATCH (e:Entity {{id: '{POLICE}'}}) SET e:Military
        RETURN 'sub-label' AS rule, e.id AS id""",
    "an entity has lost its sub-label": f"""
        MATCH (e:Entity {{id: '{MEMORANDUM}'}}) REMOVE e:MoU
        RETURN 'sub-label' AS rule, e.id AS id""",
    "a relationship is of an unknown type": f"""
        MATCH (e:Entity {{id: '{KENYA}'}}) MATCH (o:Entity {{id: '{POLICE}'}})
        CREATE (e)-[:LIKES]->(o)
        RETURN 'types' AS rule, e.id AS id""",
    "a link joins what it may not": f"""
        MATCH (d:Document {{id: '{VISITED}'}}) MATCH (e:Entity {{id: '{POLICE}'}})
        CREATE (d)-[:JUDGES]->(e)
        RETURN 'types' AS rule, d.id AS id""",
    "a fact joins what it may not": f"""
        MATCH (s:Entity {{id: '{TREATY}'}}) MATCH (o:Entity {{id: '{KENYA}'}})
        CREATE (s)-[f:PARTY_TO]->(o) SET f.id = 'fact:new'
        WITH s UNWIND [['types', s.id], ['fact without claims', 'fact:new']] AS found
        RETURN found[0] AS rule, found[1] AS id""",
    "a node has an unknown property": f"""
        MATCH (e:Entity {{id: '{KENYA}'}}) SET e.colour = 'red'
        RETURN 'properties' AS rule, e.id AS id""",
    "a fact has an unknown property": f"""
        MATCH (s:Entity {{id: '{KENYA}'}})-[f:PARTY_TO]->(:Entity {{id: '{TREATY}'}})
        SET f.colour = 'red'
        RETURN 'properties' AS rule, s.id AS id""",
    "a node has no id": """
        CREATE (n:Judgement) SET n.name = 'no id'
        RETURN 'ids' AS rule, 'Judgement' AS id""",
    "two facts have one id": f"""
        MATCH (s:Entity {{id: '{KENYA}'}})-[f:PARTY_TO]->(o:Entity {{id: '{TREATY}'}})
        WITH s, o, f.id AS id, properties(f) AS same
        CREATE (s)-[g:PARTY_TO]->(o) SET g += same
        RETURN 'ids' AS rule, id""",
    "a text has changed": f"""
        MATCH (d:Document {{id: '{VISITED}'}}) SET d.text = d.text + ' And more.'
        WITH d UNWIND ['document', 'document'] AS rule
        RETURN rule, d.id AS id""",
    "a document's date has changed": f"""
        MATCH (d:Document {{id: '{VISITED}'}}) SET d.retrieved = '2001'
        RETURN 'document' AS rule, d.id AS id""",
    "a claim's words are not where it says": f"""
        MATCH (c:Claim {{document: '{VISITED}'}}) WHERE c.predicate = 'HOLDS_POST'
        SET c.quote = 'Nobody said this'
        RETURN 'quote' AS rule, c.id AS id
        UNION
        MATCH (c:Claim {{document: '{VISITED}'}}) WHERE c.predicate = 'HOLDS_POST'
        RETURN 'fact' AS rule, c.fact AS id""",
    "a claim has moved": f"""
        MATCH (c:Claim {{document: '{VISITED}'}}) WHERE c.predicate = 'HOLDS_POST'
        SET c.char_start = c.char_start + 1
        WITH c UNWIND [['claim', c.id], ['quote', c.id], ['fact', c.fact]] AS found
        RETURN found[0] AS rule, found[1] AS id""",
    "a claim is of an unknown modality": f"""
        MATCH (c:Claim {{document: '{VISITED}'}}) WHERE c.modality = 'requested'
        WITH c, c.fact AS fact SET c.modality = 'sung', c.fact = NULL
        WITH c, fact UNWIND [['claim', c.id], ['fact', fact]] AS found
        RETURN found[0] AS rule, found[1] AS id""",
    "a claim has a subject that its predicate may not have": f"""
        MATCH (c:Claim {{document: '{VISITED}'}}) WHERE c.predicate = 'HOLDS_POST'
        SET c.subject_id = '{KENYA}'
        WITH c UNWIND [['claim', c.id], ['fact', c.fact]] AS found
        RETURN found[0] AS rule, found[1] AS id""",
    "a claim has no document": f"""
        MATCH (c:Claim {{document: '{VISITED}'}})-[r:FROM]->(:Document)
        WHERE c.predicate = 'sub' DELETE r
        RETURN 'claim links' AS rule, c.id AS id""",
    "a claim names a document that is not there": f"""
        MATCH (c:Claim {{document: '{VISITED}'}}) WHERE c.predicate = 'sub'
        SET c.document = 'doc:none'
        RETURN 'claim links' AS rule, c.id AS id""",
    "a claim has no subject": f"""
        MATCH (c:Claim {{document: '{VISITED}'}})-[r:SUBJECT]->(:Entity)
        WHERE c.modality = 'requested' DELETE r
        WITH c UNWIND [['claim links', c.id], ['fact', c.fact]] AS found
        RETURN found[0] AS rule, found[1] AS id""",
    "a claim has two subjects": f"""
        MATCH (c:Claim {{document: '{VISITED}'}}) WHERE c.predicate = 'sub'
        MATCH (e:Entity {{id: '{POLICE}'}})
        CREATE (c)-[:SUBJECT]->(e)
        RETURN 'claim links' AS rule, c.id AS id""",
    "a claim has an object it does not name": f"""
        MATCH (c:Claim {{document: '{VISITED}'}}) WHERE c.predicate = 'sub'
        MATCH (e:Entity {{id: '{POLICE}'}})
        CREATE (c)-[:OBJECT]->(e)
        RETURN 'claim links' AS rule, c.id AS id""",
    "a claim has lost its speaker": f"""
        MATCH (c:Claim {{document: '{VISITED}'}})-[r:STATED_BY]->(:Entity)
        WHERE c.modality = 'requested' DELETE r
        RETURN 'claim links' AS rule, c.id AS id""",
    "a claim no longer names its fact": f"""
        MATCH (c:Claim {{document: '{VISITED}'}}) WHERE c.modality = 'requested'
        WITH c, c.fact AS fact SET c.fact = NULL
        WITH c, fact UNWIND [['claim fact', c.id], ['fact', fact]] AS found
        RETURN found[0] AS rule, found[1] AS id""",
    "a claim no longer says what it denies": """
        MATCH (c:Claim) WHERE c.modality = 'denied'
        WITH c, c.contradicts AS fact SET c.contradicts = NULL
        WITH c, fact UNWIND [['claim fact', c.id], ['fact', fact]] AS found
        RETURN found[0] AS rule, found[1] AS id""",
    "a pending claim has a fact": f"""
        MATCH (c:Claim {{document: '{VISITED}'}}) WHERE c.modality = 'agreed'
        SET c.status = 'pending'
        WITH c UNWIND [['claim fact', c.id], ['fact', c.fact]] AS found
        RETURN found[0] AS rule, found[1] AS id""",
    "a fact is gone": f"""
        MATCH (:Entity {{id: '{KENYA}'}})-[f:PARTY_TO]->(:Entity {{id: '{TREATY}'}})
        WITH f, f.id AS id DELETE f
        RETURN 'missing fact' AS rule, id""",
    "a fact counts wrong": f"""
        MATCH (:Entity {{id: '{KENYA}'}})-[f:PARTY_TO]->(:Entity {{id: '{TREATY}'}})
        SET f.claims = f.claims + 1
        RETURN 'fact' AS rule, f.id AS id""",
    "a fact has another date": f"""
        MATCH (:Entity {{id: '{KENYA}'}})-[f:PARTY_TO]->(:Entity {{id: '{TREATY}'}})
        SET f.ratified = '2021'
        RETURN 'fact' AS rule, f.id AS id""",
    "a fact is disputed that nobody disputes": f"""
        MATCH (:Entity {{id: '{KENYA}'}})-[f:PARTY_TO]->(:Entity {{id: '{TREATY}'}})
        SET f.disputed = true
        RETURN 'fact' AS rule, f.id AS id""",
    "nobody claims a fact": f"""
        MATCH (s:Entity {{id: '{KENYA}'}}) MATCH (o:Entity {{id: '{MEMORANDUM}'}})
        CREATE (s)-[f:PARTY_TO]->(o) SET f.id = 'fact:new'
        RETURN 'fact without claims' AS rule, 'fact:new' AS id""",
    "an entity has another name": f"""
        MATCH (e:Entity {{id: '{POLICE}'}}) SET e.name = 'Nobody'
        RETURN 'attribute' AS rule, e.id AS id""",
    "an entity has another year": """
        MATCH (e:Law) SET e.year = '1999'
        RETURN 'attribute' AS rule, e.id AS id""",
    "nothing speaks of an entity": """
        CREATE (e:Entity) SET e:Country, e.id = 'country:FR', e.name = 'France'
        RETURN 'entity' AS rule, 'country:FR' AS id""",
    "a mention leads elsewhere": """
        MATCH (d:Document)-[m:MENTIONS {local: 'person:neema'}]->(:Entity)
        MATCH (e:Entity {id: 'person:baraka'})
        CREATE (d)-[n:MENTIONS]->(e) SET n.local = m.local, n.name = m.name, n.count = m.count
        DELETE m
        RETURN 'mention' AS rule, d.id AS id""",
    "a mention is there twice": f"""
        MATCH (d:Document {{id: '{VISITED}'}})-[m:MENTIONS {{local: '{KENYA}'}}]->(e:Entity)
        CREATE (d)-[n:MENTIONS]->(e) SET n.local = m.local, n.name = m.name, n.count = m.count
        RETURN 'mention' AS rule, d.id AS id""",
    "an Identifier is missing": """
        MATCH (i:Identifier {id: 'person:neema'}) DETACH DELETE i
        RETURN 'identifier' AS rule, 'person:neema' AS id""",
    "an Identifier is of no use": """
        CREATE (i:Identifier) SET i.id = 'person:new', i.entity = 'person:neema'
        RETURN 'identifier' AS rule, 'person:new' AS id""",
    "an Identifier leads elsewhere": """
        MATCH (i:Identifier {id: 'person:neema'}) SET i.entity = 'person:baraka'
        RETURN 'identifier' AS rule, i.id AS id""",
    "an Identifier ties nothing": """
        MATCH (i:Identifier {id: 'person:neema'}) SET i.ties = NULL
        RETURN 'identifier' AS rule, i.id AS id""",
    "an Identifier counts wrong": f"""
        MATCH (i:Identifier {{id: '{POLICE}'}}) SET i.uses = 7
        RETURN 'identifier' AS rule, i.id AS id""",
    "a judgement is on nothing": """
        MATCH (j:Judgement)-[r:JUDGES]->(:Entity) DELETE r
        RETURN DISTINCT 'judgement' AS rule, j.id AS id""",
    "a judgement's author has changed": """
        MATCH (j:Judgement) SET j.author = 'bob'
        RETURN 'judgement' AS rule, j.id AS id""",
    "a judgement says the opposite": """
        MATCH (j:Judgement) SET j.verdict = 'not same'
        RETURN 'everything' AS rule, j.id AS id""",
}
"""How a good graph is broken, and the findings that this must give: a rule and an id each."""


@pytest.fixture(scope="module")
def good(small_store: Store) -> Store:
    """The small graph, with a judgement."""
    judge(small_store, JUDGED)
    return small_store


def test_a_good_graph_has_no_finding(good: Store) -> None:
    assert list(check(good)) == []


@pytest.mark.parametrize("cypher", BREAKS.values(), ids=BREAKS.keys())
def test_a_broken_graph_has_just_that_finding(good: Store, cypher: str) -> None:
    expected, found = broken(good, cypher)
    if expected == [("everything", JUDGED.id)]:
        assert {f.rule for f in found} == {"identifier", "mention", "claim links", "judgement"}
    else:
        assert sorted((f.rule, f.id) for f in found) == expected
    assert {f.rule for f in found} <= RULES.keys()


def test_every_rule_is_broken_here_and_described() -> None:
    rules = " ".join(BREAKS.values())
    assert [rule for rule in RULES if f"'{rule}'" not in rules] == []
    described = (ROOT / "docs" / "stores.md").read_text(encoding="utf-8")
    assert [r for r, what in RULES.items() if f"| `{r}` | {what} |" not in described] == []


def test_two_nodes_with_one_id_are_found_where_the_store_lets_them_in(good: Store) -> None:
    cypher = f"""CREATE (n:Country) SET n:Entity, n.id = '{KENYA}', n.name = 'Kenya'
        RETURN 'ids' AS rule, n.id AS id"""
    try:
        expected, found = broken(good, cypher)
    except StoreQueryError as refusal:
        assert "already exists" in str(refusal)
    else:
        assert expected[0] in {(f.rule, f.id) for f in found}


def test_the_command_names_what_is_wrong(tmp_path: Path) -> None:
    url = f"embedded:{tmp_path / 'graph.kgl'}"
    store = open_store(url, writable=True)
    prepare(store)
    write_documents(store, readings())
    store.close()
    good = CliRunner().invoke(app, ["check", "--store", url])
    assert (good.exit_code, good.output) == (0, "nothing is wrong with the graph\n")

    store = open_store(url, writable=True)
    store.write(lambda tx: tx.run("MATCH (e:Law) SET e.year = '1999'"))
    store.close()
    finding = {
        "rule": "attribute",
        "id": "law:TZ:network-safety",
        "message": "year is '1999' and should be '2015'",
    }
    bad = CliRunner().invoke(app, ["check", "--store", url])
    assert (bad.exit_code, bad.stdout) == (
        1,
        "rule\tid\tmessage\n" + "\t".join(finding.values()) + "\n",
    )
    told = CliRunner().invoke(app, ["check", "--json", "--store", url])
    assert (told.exit_code, json.loads(told.stdout)) == (1, {"findings": [finding], "more": False})


def broken(store: Store, cypher: str) -> tuple[list[tuple[str, str]], list[Finding]]:
    """What is said to be found and what is found while `cypher` is in force; then it is undone."""
    seen: list[Any] = []

    def work(tx: Transaction) -> None:
        rows = tx.run(cypher)
        seen[:] = [sorted((r["rule"], r["id"]) for r in rows), list(check(_Within(tx, store.url)))]
        raise _Undone

    with pytest.raises(_Undone):
        store.write(work)
    return seen[0], seen[1]


class _Undone(Exception):
    """Ends a transaction without keeping it."""


class _Within:
    """What is read in a transaction that is under way."""

    def __init__(self, tx: Transaction, url: str) -> None:
        self._tx, self.url = tx, url

    def read(self, cypher: str, parameters: Any = None, *, seconds: Any = None) -> list[Any]:
        return self._tx.run(cypher, parameters)
