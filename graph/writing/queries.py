"""The statements that writing runs, in the Cypher that both stores speak.

Labels and types are put in by `with_name` from the schema alone; everything else is a parameter.
"""

from __future__ import annotations

from collections.abc import Iterable

from graph.rows import (
    CLAIM_CORE,
    FACT_CORE,
    QUALIFIER_PREFIX,
    claim_columns,
    fact_columns,
)
from graph.schema import Schema


def _named(properties: Iterable[str]) -> str:
    return "{" + ", ".join(f"{name}: row.{name}" for name in properties) + "}"


FINGERPRINTS = """
UNWIND $ids AS id
MATCH (d:Document {id: id})
RETURN d.id AS id, d.fingerprint AS fingerprint
"""

ORIGINALS = """
UNWIND $ids AS id
MATCH (d:Document {id: id})
RETURN d.id AS id, d.sha256 AS sha256, d.copy_of AS copy_of
"""

OLD_MENTIONS = """
UNWIND $ids AS id
MATCH (d:Document {id: id})-[m:MENTIONS]->(e:Entity)
RETURN m.local AS local, m.name AS name, m.keys AS keys, e.id AS entity,
  coalesce(d.dataset, false) AS reference
"""

OLD_CLAIMS = """
UNWIND $ids AS id
MATCH (c:Claim {document: id})-[:SUBJECT]->(e:Entity)
RETURN c.predicate AS predicate, c.fact AS fact, c.contradicts AS contradicts, e.id AS subject
"""

DROP_CLAIMS = """
UNWIND $ids AS id
MATCH (c:Claim {document: id})
DETACH DELETE c
"""

DROP_DOCUMENTS = """
UNWIND $ids AS id
MATCH (d:Document {id: id})
DETACH DELETE d
"""

RESOLVE = """
UNWIND $ids AS id
OPTIONAL MATCH (e:Entity {id: id})
OPTIONAL MATCH (i:Identifier {id: id})
WITH id, coalesce(i.entity, e.id) AS entity
WHERE entity IS NOT NULL
RETURN id, entity
"""

_IDENTIFIER = """i.id AS id, i.entity AS entity, i.keys AS keys, i.reference AS reference,
  i.mentions AS mentions, i.uses AS uses"""

IDENTIFIERS = f"""
UNWIND $ids AS id
MATCH (i:Identifier {{id: id}})
RETURN {_IDENTIFIER}
"""

TIED = f"""
UNWIND $entities AS entity
MATCH (i:Identifier {{ties: entity}})
RETURN {_IDENTIFIER}
"""

LOCALS = """
UNWIND $rows AS row
MATCH (e:Entity {id: row.entity})<-[m:MENTIONS {local: row.local}]-(d:Document)
RETURN DISTINCT m.local AS local, m.keys AS keys, coalesce(d.dataset, false) AS reference
"""

JUDGEMENT_COLUMNS = """j.left AS left, j.right AS right, j.verdict AS verdict,
  j.author AS author, j.time AS time, j.reason AS reason, j.score AS score"""

JUDGEMENTS_ON_ENTITIES = f"""
UNWIND $entities AS entity
MATCH (e:Entity {{id: entity}})<-[:JUDGES]-(j:Judgement)
RETURN DISTINCT {JUDGEMENT_COLUMNS}
"""

JUDGEMENTS_ON_IDS = f"""
UNWIND $ids AS id
MATCH (j:Judgement {{left: id}})
RETURN {JUDGEMENT_COLUMNS}
UNION
UNWIND $ids AS id
MATCH (j:Judgement {{right: id}})
RETURN {JUDGEMENT_COLUMNS}
"""

MENTIONS_OF = """
UNWIND $entities AS entity
MATCH (e:Entity {id: entity})<-[m:MENTIONS]-(d:Document)
RETURN d.id AS document, e.id AS entity, m.local AS local, m.name AS name, m.keys AS keys,
  m.forms AS forms, m.count AS count
"""

DROP_MENTIONS = """
UNWIND $rows AS row
MATCH (d:Document {id: row.document})-[m:MENTIONS {local: row.local}]->(e:Entity {id: row.entity})
DELETE m
"""

PUT_ENTITIES = """
UNWIND $rows AS row
MERGE (e:Entity {id: row.id})
ON CREATE SET e.name = row.name
SET e:{label}
"""

PUT_DOCUMENTS = """
UNWIND $rows AS row
CREATE (d:Document {id: row.id})
SET d += row
"""

PUT_MENTIONS = """
UNWIND $rows AS row
MATCH (d:Document {id: row.document})
MATCH (e:Entity {id: row.entity})
CREATE (d)-[:MENTIONS {local: row.local, name: row.name, keys: row.keys, forms: row.forms,
  count: row.count}]->(e)
"""

PUT_CLAIMS = f"""
UNWIND $rows AS row
MATCH (d:Document {{id: row.document}})
MATCH (e:Entity {{id: row.subject}})
CREATE (c:Claim {_named(CLAIM_CORE)})
SET c += row.more
CREATE (c)-[:FROM]->(d)
CREATE (c)-[:SUBJECT]->(e)
"""

LINK_CLAIMS_TO_ENTITIES = """
UNWIND $rows AS row
MATCH (c:Claim {id: row.claim})
MATCH (e:Entity {id: row.entity})
CREATE (c)-[:{type}]->(e)
"""

UNLINK_CLAIMS = """
UNWIND $ids AS id
MATCH (c:Claim {id: id})-[r:{type}]->(:Entity)
DELETE r
"""

CLAIMS_OF_LOCALS = """
UNWIND $locals AS local
MATCH (c:Claim {{property}: local})
RETURN c.id AS id
"""

PUT_IDENTIFIERS = """
UNWIND $rows AS row
MERGE (i:Identifier {id: row.id})
SET i += row
"""

LEAD_IDENTIFIERS = """
UNWIND $rows AS row
MATCH (i:Identifier {id: row.id})
SET i.entity = row.entity
"""

DROP_IDENTIFIERS = """
UNWIND $ids AS id
MATCH (i:Identifier {id: id})
DETACH DELETE i
"""

SET_CLAIM_FACTS = """
UNWIND $rows AS row
MATCH (c:Claim {id: row.id})
SET c.fact = row.fact, c.contradicts = row.contradicts
"""

CREATE_FACTS = f"""
UNWIND $rows AS row
MATCH (s:Entity {{id: row.subject}})
MATCH (o:Entity {{id: row.object}})
CREATE (s)-[f:{{type}} {_named(FACT_CORE)}]->(o)
SET f += row.more
"""

PUT_FACTS = f"""
UNWIND $rows AS row
MATCH (s:Entity {{id: row.subject}})
MATCH (o:Entity {{id: row.object}})
MERGE (s)-[f:{{type}} {{id: row.id}}]->(o)
SET f = {_named(FACT_CORE)}
SET f += row.more
"""

DROP_FACTS = """
UNWIND $ids AS id
MATCH ()-[f:{type} {id: id}]->()
DELETE f
"""

KINDS_OF = """
UNWIND $ids AS id
MATCH (e:Entity {id: id})
RETURN e.id AS id, labels(e) AS labels
"""

COPIES_OF = """
UNWIND $ids AS id
MATCH (d:Document {copy_of: id})
RETURN d.id AS id, id AS original
"""

TWINS = """
UNWIND $rows AS row
MATCH (d:Document {sha256: row.sha256})
WHERE d.id <> row.id
RETURN row.id AS id, d.id AS twin, d.copy_of AS copy_of
"""

LOCK = """
MATCH (g:Graph {id: 'graph'})
SET g.schema_version = g.schema_version
RETURN g.schema_version AS version
"""

DROP_UNMENTIONED = """
UNWIND $ids AS id
MATCH (e:Entity {id: id})
WHERE NOT EXISTS { (e)<-[:MENTIONS]-(:Document) }
DETACH DELETE e
"""

PUT_JUDGEMENT = """
MERGE (j:Judgement {id: $row.id})
SET j += $row
"""

DROP_JUDGEMENT = """
MATCH (j:Judgement {id: $id})
DETACH DELETE j
"""

JUDGEMENT = f"""
MATCH (j:Judgement {{id: $id}})
RETURN {JUDGEMENT_COLUMNS}
"""

UNLINK_JUDGEMENTS = """
UNWIND $ids AS id
MATCH (j:Judgement {id: id})-[r:JUDGES]->(:Entity)
DELETE r
"""

LINK_JUDGEMENTS = """
UNWIND $rows AS row
MATCH (j:Judgement {id: row.judgement})
MATCH (e:Entity {id: row.entity})
CREATE (j)-[:JUDGES]->(e)
"""


def facts(type: str, schema: Schema) -> str:
    """The statement that gives facts of a type, with what is known of their best claim.

    It takes `$rows` of fact id, subject and object.
    """
    return f"""
UNWIND $rows AS row
MATCH (s:Entity {{id: row.subject}})-[f:{schema.type(type).name} {{id: row.id}}]->(o:Entity)
WITH f, f.claim AS best
MATCH (c:Claim {{id: best}})-[:FROM]->(d:Document)
RETURN {fact_columns("f", schema)} AS fact, d.published AS published, d.dataset AS dataset
"""


def said(schema: Schema) -> str:
    """The statement that gives what documents say in support of facts, the same thing once.

    Qualifiers are those whose values are weighed. It takes `$rows` of document and original, and
    `$facts`, their ids.
    """
    weighed = [q.name for q in schema.qualifiers.values() if q.weighed]
    columns = ", ".join(f"c.{QUALIFIER_PREFIX}{name} AS {name}" for name in weighed)
    return f"""
UNWIND $rows AS row
MATCH (c:Claim {{document: row.document}})
WHERE c.fact IN $facts
RETURN DISTINCT row.document AS document, row.original AS original, c.fact AS fact, {columns}
"""


def said_again(qualifier: str, schema: Schema) -> str:
    """The statement that gives those of `$rows` whose value of a qualifier claims of a fact give.

    Rows have the fact, the value and a confidence; `as_sure` says whether a claim has that too.
    """
    column = f"{QUALIFIER_PREFIX}{schema.qualifiers[qualifier].name}"
    return f"""
UNWIND $rows AS row
WITH row
WHERE EXISTS {{ MATCH (c:Claim {{fact: row.fact, {column}: row.value}}) }}
RETURN row.fact AS fact, row.value AS value, row.confidence AS confidence, EXISTS {{
  MATCH (c:Claim {{fact: row.fact, {column}: row.value, confidence: row.confidence}})
}} AS as_sure
"""


def evidence(by: str, schema: Schema) -> str:
    """The statement that gives claims as evidence, by their id or by the fact they bear on.

    `by` is the property of claims that is looked up in `$ids`: id, document, fact or contradicts.
    """
    return f"""
UNWIND $ids AS id
MATCH (c:Claim {{{by}: id}})
MATCH (c)-[:FROM]->(d:Document)
MATCH (c)-[:SUBJECT]->(s:Entity)
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
OPTIONAL MATCH (original:Document {{id: d.copy_of}})
RETURN {claim_columns("c", schema)} AS claim, s.id AS subject, o.id AS object,
  d.published AS published, d.url AS url, d.publisher AS publisher, d.name AS title,
  coalesce(original.sha256, d.sha256) AS original, d.dataset AS dataset
"""


def with_name(statement: str, *, label: str = "", type: str = "", property: str = "") -> str:
    """`statement` with a name of the schema put in; names never come from anywhere else."""
    return (
        statement.replace("{label}", label).replace("{type}", type).replace("{property}", property)
    )
