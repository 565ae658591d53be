"""The statements by which properties of entities are brought up to date: see `queries`."""

from __future__ import annotations

from graph.rows import ALL_SUFFIX
from graph.schema import Schema

SUPPORTS = """
UNWIND $ids AS id
MATCH (c:Claim {fact: id})
WHERE c.modality = 'fact'
MATCH (c)-[:FROM]->(d:Document)
OPTIONAL MATCH (original:Document {id: d.copy_of})
WITH id, c.value AS value, coalesce(original.sha256, d.sha256) AS original,
  c.confidence AS confidence, CASE WHEN d.dataset THEN 1 ELSE 0 END AS dataset
RETURN id, value, original, max(confidence) AS confidence, max(dataset) AS dataset
"""

NAMES_THAT_CHANGE = """
UNWIND $rows AS row
MATCH (e:Entity {id: row.entity})
WHERE (row.name < e.name OR (row.leaves AND row.name = e.name))
  AND NOT EXISTS { MATCH (c:Claim {fact: row.attribute, modality: 'fact'}) }
RETURN DISTINCT e.id AS id, row.name AS name, row.name < e.name AS better
"""

NAME_IS_USED = """
MATCH (e:Entity {id: $entity})<-[m:MENTIONS]-(d:Document)
WHERE m.name = $name
RETURN d.id AS id LIMIT 1
"""

NAME_IN_TEXTS = """
UNWIND $ids AS id
MATCH (e:Entity {id: id})<-[m:MENTIONS]-(:Document)
RETURN e.id AS id, min(m.name) AS name
"""

VALUES_SAID = """
UNWIND $rows AS row
WITH row
WHERE EXISTS { MATCH (c:Claim {fact: row.attribute, modality: 'fact', value: row.value}) }
RETURN row.attribute AS attribute, row.value AS value
"""

SET_PROPERTIES = """
UNWIND $rows AS row
MATCH (e:Entity {id: row.id})
SET e += row.properties
"""

PUT_SUB_LABEL = """
UNWIND $ids AS id
MATCH (e:Entity {id: id})
SET e:{label}
"""

DROP_SUB_LABEL = """
UNWIND $ids AS id
MATCH (e:Entity {id: id})
REMOVE e:{label}
"""


def properties(schema: Schema) -> str:
    """The statement that gives the properties of the entities in `$ids`.

    `contended` has those that have several values and can have but one.
    """
    columns = ", ".join(f"{name}: e.{name}" for name in schema.attributes)
    every = ", ".join(f"{name}: e.{name}{ALL_SUFFIX}" for name in schema.attributes)
    return f"""
UNWIND $ids AS id
MATCH (e:Entity {{id: id}})
RETURN e.id AS id, {{{columns}}} AS properties, {{{every}}} AS contended
"""
