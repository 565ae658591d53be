"""Queries in Cypher that people may try: what is refused and why, what is stopped, what passes."""

from __future__ import annotations

from typing import Any

WRITES = "writes; this reads the graph only"
FILES = "reads files or addresses"
RUNS = "changes how a query is run"
STARTS = "a query that reads begins with"
PROCEDURE = "which is not among those that may be: db.index.fulltext.queryNodes"
FUNCTION = "which is not among those that may be: abs"
ESCAPE = "writes a letter as .u; write the letter itself"
OUTSIDE = "outside of quotes; put names with such letters in backticks"
ONE = "more than one statement; send one at a time"
TRANSACTIONS = "makes transactions of its own"
RANGE = "range within an expression that may be longer than 10000"
SUMS = "adds more than 10 times"
WALKS = "walks a list for each item of a list"
STEPS = "has more than 20 relationships in its patterns"
FOR_EVER = "which may run for ever; use CONTAINS"

REFUSED: list[tuple[str, str, str]] = [
    # writing
    ("create", "CREATE (n:Entity {id: 'x'}) RETURN n", "begins with CREATE, which writes"),
    ("create later", "MATCH (n:Entity) WITH n LIMIT 1 CREATE (m:Entity {id: 'x'})", WRITES),
    ("insert", "MATCH (n) INSERT (:Entity {id: 'x'})", WRITES),
    ("merge", "MATCH (n) MERGE (m:Entity {id: 'x'}) RETURN m", WRITES),
    ("merge that finds", "MATCH (n) MERGE (n:Entity {id: 'country:KE'}) RETURN n", WRITES),
    ("delete", "MATCH (n) DETACH DELETE n", WRITES),
    ("delete without detach", "MATCH (n) NODETACH DELETE n", WRITES),
    ("set", "MATCH (n:Entity) SET n.name = 'x'", WRITES),
    ("set in small letters", "match (n:Entity) sEt n.name = 'x'", WRITES),
    ("set by a parameter", "MATCH (n:Entity) SET n = $properties", WRITES),
    ("remove", "MATCH (n:Entity) REMOVE n:Entity", WRITES),
    ("foreach", "MATCH (n) FOREACH (x IN [1] | SET n.x = x)", WRITES),
    ("in a subquery", "MATCH (n) CALL (n) { CREATE (m:Entity {id: 'x'}) } RETURN n", WRITES),
    ("in a nested subquery", "CALL { CALL { MERGE (m:X) RETURN m } RETURN m } RETURN m", WRITES),
    ("in EXISTS", "MATCH (n) WHERE EXISTS { CREATE (m) } RETURN n", WRITES),
    ("in a union", "RETURN 1 AS x UNION MATCH (n) SET n.x = 1 RETURN n.x AS x", WRITES),
    ("after a comment", "MATCH (n) // harmless\nSET n.x = 1", WRITES),
    ("between comments", "MATCH (n) /* RETURN n */ DELETE /* */ n", WRITES),
    ("after a comment ended by a carriage return", "RETURN 1 AS x // \rSET n.x = 1", WRITES),
    ("after a text with an escape", r"MATCH (n) WHERE n.name = 'a\\' SET n.x = '1'", WRITES),
    ("set like a property", "MATCH (n) WITH n, 1.SET n.x = 2", WRITES),
    ("index", "CREATE INDEX FOR (n:Entity) ON (n.x)", "begins with CREATE"),
    ("constraint", "DROP CONSTRAINT entity_id", "begins with DROP, which changes what is defined"),
    ("database", "CREATE DATABASE other", "begins with CREATE"),
    ("user", "ALTER CURRENT USER SET PASSWORD FROM 'a' TO 'b'", "begins with ALTER"),
    ("rights", "GRANT ROLE admin TO neo4j", STARTS),
    ("start and stop", "STOP DATABASE neo4j", STARTS),
    # tricks with the text
    ("a letter escaped", r"MATCH (n) \u0053ET n.x = 1", ESCAPE),
    ("a quote escaped", r"RETURN '\u0027 CREATE (n) //' AS x", ESCAPE),
    ("a comment's end escaped", r"RETURN 1 AS x /* \u002a/ SET n.x = 1 */", ESCAPE),
    ("a long s", "MATCH (n) ſET n.x = 1", OUTSIDE),
    ("an invisible letter", "MATCH (n) S\u200bET n.x = 1", OUTSIDE),
    ("an odd space", "MATCH (n)\u00a0DELETE n", OUTSIDE),
    ("a line separator in code", "RETURN 1 AS x\u2028CREATE (n)", OUTSIDE),
    ("a null character", "RETURN 1 AS x\x00 CREATE (n)", OUTSIDE),
    ("an open comment", "RETURN 1 AS x /* CREATE (n)", WRITES),
    ("an open text", "RETURN 'x AS y CREATE (n)", "opens a ' that is never closed"),
    ("two statements", "RETURN 1 AS x; CREATE (n)", f"{ONE}|{WRITES}"),
    ("two reading statements", "RETURN 1 AS x; RETURN 2 AS x", ONE),
    ("explain", "EXPLAIN MATCH (n) RETURN n", RUNS),
    ("profile", "PROFILE MATCH (n) RETURN n", RUNS),
    ("options", "CYPHER planner=cost MATCH (n) RETURN n", RUNS),
    ("options later", "MATCH (n) CYPHER 5 RETURN n", RUNS),
    ("another output", "MATCH (n) RETURN n.id AS id FORMAT CSV", RUNS),
    ("a label from a parameter", "MATCH (n:$($label)) RETURN n", "names no parameter"),
    ("too long", "RETURN 1 AS x" + " " * 20_000, "is longer than 20000 characters"),
    ("too many words", "RETURN 1" + "+1" * 800 + " AS x", "more than 1500 words and signs"),
    ("too deep", f"RETURN {'(' * 41}1{')' * 41} AS x", "more than 40 brackets"),
    ("empty", " // nothing", "is empty; write for example MATCH"),
    # files and addresses
    ("a file", "LOAD CSV FROM '{file}' AS line RETURN line", f"{STARTS}"),
    ("a file in a union", "RETURN 1 AS x UNION LOAD CSV FROM '{file}' AS x RETURN x", FILES),
    ("a file in a subquery", "CALL {{ LOAD CSV FROM '{file}' AS x RETURN x }} RETURN x", FILES),
    ("a file from a parameter", "MATCH (n) LOAD CSV WITH HEADERS FROM $file AS x RETURN x", FILES),
    ("an address", "WITH 1 AS one LOAD CSV FROM 'http://127.0.0.1:{port}/' AS x RETURN x", FILES),
    ("an address by FTP", "UNWIND [1] AS y LOAD CSV FROM 'ftp://127.0.0.1:{port}/' AS x RETURN x",
     FILES),
    ("apoc loads", "CALL apoc.load.json('http://127.0.0.1:{port}/') YIELD value RETURN value",
     PROCEDURE),
    ("apoc exports", "CALL apoc.export.csv.all('/tmp/x.csv', {{}})", PROCEDURE),
    ("where a file is", "RETURN file() AS name", FUNCTION),
    # administration
    ("settings", "CALL dbms.listConfig() YIELD name, value RETURN name, value", PROCEDURE),
    ("settings without brackets", "CALL dbms.listConfig YIELD name RETURN name", PROCEDURE),
    ("a setting", "CALL dbms.setConfigValue('dbms.logs.query.enabled', 'off')", PROCEDURE),
    ("a procedure in backticks", "CALL `dbms`.`components`()", PROCEDURE),
    ("a procedure with spaces", "CALL dbms /* */ . components ( )", PROCEDURE),
    ("a procedure in a subquery", "CALL {{ CALL dbms.info() YIELD name RETURN name }} RETURN name",
     PROCEDURE),
    ("a procedure that writes", "CALL db.createLabel('X')", PROCEDURE),
    ("caches", "CALL db.clearQueryCaches()", PROCEDURE),
    ("statistics", "CALL refresh_stats()", PROCEDURE),
    ("a table written", "CALL table.upsert({{type: 'X', rows: []}})", PROCEDURE),
    ("the log of changes", "CALL db.cdc.enable()", PROCEDURE),
    ("connections", "CALL dbms.killConnections(['bolt-1'])", PROCEDURE),
    ("a query in a query", "CALL apoc.cypher.doIt('CREATE (n)', {{}}) YIELD value RETURN value",
     PROCEDURE),
    ("a graph by name", "RETURN graph.byName('system') AS g", FUNCTION),
    ("a function in backticks", "RETURN `apoc`.`text`.`join`(['a'], '') AS x", FUNCTION),
    ("show transactions", "SHOW TRANSACTIONS", "begins with SHOW, which administers the server"),
    ("show users", "MATCH (n) WITH n SHOW USERS", "administers the server"),
    ("terminate", "TERMINATE TRANSACTIONS 'neo4j-transaction-1'", "begins with TERMINATE"),
    ("another database", "USE system SHOW DATABASES", "begins with USE, which names another"),
    ("another database inside", "CALL {{ USE system MATCH (n) RETURN n }} RETURN n",
     "names another"),
    ("own transactions", "MATCH (n) CALL (n) {{ RETURN 1 AS x }} IN 2 TRANSACTIONS RETURN x",
     TRANSACTIONS),
    ("periodic commit", "MATCH (n) USING PERIODIC COMMIT RETURN n", TRANSACTIONS),
    # stalling within one expression, where no store looks at its clock
    ("a long range", "RETURN all(x IN range(1, 1000000000000) WHERE x > 0) AS x", RANGE),
    ("a long range from a parameter", "RETURN size([x IN range(1, $big) | x]) AS n", RANGE),
    ("a long range computed", "RETURN size([x IN range(1, 10000 * 10000) | x]) AS n", RANGE),
    ("a list doubled", "WITH [1] AS s " + "WITH s + s AS s " * 11 + "RETURN size(s) AS n", SUMS),
    ("a text doubled", "WITH 'x' AS s " + "WITH s || s AS s " * 11 + "RETURN size(s) AS n", SUMS),
    ("a reduce that doubles", "RETURN reduce(s = [1], x IN range(1, 60) | s + s) AS s",
     r"reduce\(\.\.\.\) that uses 's' more than once"),
    ("a text within itself", "MATCH (d:Document) RETURN size(replace(d.text, 'a', d.text)) AS n",
     "whose last argument is no text in quotes"),
    ("lists within lists", "MATCH (n) WITH collect(n) AS l "
     "RETURN size([x IN l WHERE all(y IN l WHERE y.id <> x.id)]) AS n", WALKS),
    ("a look-up in a list made each time", "MATCH (n) WITH collect(n.id) AS l "
     "RETURN size([x IN l WHERE x IN l + l]) AS n", WALKS),
    ("a plan that takes for ever", "MATCH (n)" + "-[]-()" * 60 + " RETURN count(*) AS n", STEPS),
    ("a condition that doubles", "MATCH (a) WHERE a.x = 0" + " XOR a.x = 1" * 40 + " RETURN a",
     "has XOR or & more than 4 times"),
    ("a bad pattern", "RETURN 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' =~ '(a|aa)+$' AS x", FOR_EVER),
]  # fmt: skip

STOPPED = {
    "rows by rows": "UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b "
    "RETURN sum(a * b) AS s",
    "everything with everything": "MATCH (a) MATCH (b) MATCH (c) MATCH (d) MATCH (e) "
    "RETURN sum(size(a.id + b.id)) AS n",
    "everything collected": "MATCH (a) MATCH (b) MATCH (c) MATCH (d) MATCH (e) "
    "RETURN size(collect([a.id, b.id, c.id, d.id, e.id])) AS n",
    "everything sorted": "MATCH (a) MATCH (b) MATCH (c) MATCH (d) MATCH (e) "
    "RETURN DISTINCT a.id + 'x' + b.id + 'x' + c.id + 'x' + d.id + 'x' + e.id AS x ORDER BY x",
    "many texts": "UNWIND range(1, 1000000) AS x MATCH (d:Document) "
    "RETURN size(collect(d.text + toString(x))) AS n",
}
"""What passes the rules, and is stopped by its time or its memory."""

GOOD: list[tuple[str, dict[str, Any], int]] = [
    ("MATCH (c:Country) RETURN c.id AS id, c.name AS name ORDER BY id", {}, 8),
    ("MATCH (n:Entity {id: $id}) RETURN n.name AS name", {"id": "country:KE"}, 1),
    ("MATCH (n:Entity) WHERE n.id IN $ids RETURN n", {"ids": ["country:KE", "country:MA"]}, 2),
    ("MATCH (a:Country)-[r:PARTY_TO]->(g:Agreement) RETURN a, r, g", {}, 9),
    ("MATCH p = (:Country)-[:PARTY_TO]->(:Agreement) RETURN p", {}, 9),
    ("MATCH (a)-[r:PARTY_TO]->() RETURN r.quote AS quote, r.url AS url", {}, 11),
    ("match (a:Country)-->(g:Agreement)<--(b:Country) where a.id < b.id return a.name, b.name", {},
     22),
    ("MATCH ()-[r]->() RETURN type(r) AS type, count(*) AS n ORDER BY n DESC LIMIT 3;", {}, 3),
    ("MATCH (n:Entity) WHERE toLower(n.name) CONTAINS 'kenya' RETURN count(n) AS n", {}, 1),
    ("MATCH (n:Entity) WHERE n.name STARTS WITH 'K' OR n.name ENDS WITH 'o' RETURN n.id", {}, 4),
    ("MATCH (c:Claim)-[:FROM]->(d:Document) RETURN d.id, count(c) AS n ORDER BY n DESC LIMIT 1", {},
     1),
    ("MATCH (n:Country) OPTIONAL MATCH (n)-[r:MEMBER_OF]->(o) RETURN n.id, count(o) AS n", {}, 8),
    ("MATCH (n:Country) WITH n.name AS name ORDER BY name RETURN collect(name) AS names", {}, 1),
    ("MATCH p = shortestPath((a:Entity {id: 'country:KE'})-[*..3]-(b:Entity {id: 'country:MA'})) "
     "RETURN [n IN nodes(p) | n.name] AS names, length(p) AS steps", {}, 1),
    ("MATCH p = (:Entity {id: 'country:KE'})-[*1..2]-(b:Country) "
     "WHERE all(r IN relationships(p) WHERE type(r) = 'PARTY_TO') RETURN DISTINCT b.id", {}, 6),
    ("MATCH (n:Country) WHERE EXISTS { (n)-[:PARTY_TO]->(:Agreement) } RETURN n.id", {}, 7),
    ("MATCH (n:Country) WHERE COUNT { (n)-[:PARTY_TO]->() } > 0 RETURN n.id", {}, 7),
    ("MATCH (n:Country) CALL (n) { MATCH (n)-[r:PARTY_TO]->(g) RETURN count(g) AS n2 } "
     "RETURN n.id, n2", {}, 8),
    ("MATCH (n:Country) WITH collect(n.id) AS all_ids, ['country:KE'] AS known "
     "RETURN [id IN all_ids WHERE NOT id IN known] AS ids", {}, 1),
    ("MATCH (n:Country) RETURN n.id AS id UNION MATCH (n:Agreement) RETURN n.id AS id", {}, 11),
    ("MATCH (n:Entity) RETURN CASE WHEN n:Country THEN 'state' ELSE 'other' END AS sort, "
     "count(*) AS n ORDER BY sort", {}, 2),
    ("UNWIND $rows AS row RETURN row.a AS a, row.b[0] AS b", {"rows": [{"a": 1, "b": [2]}]}, 1),
    ("UNWIND range(1, 5) AS x WITH x WHERE x % 2 = 1 RETURN x, x * x AS square", {}, 3),
    ("RETURN reduce(s = 0, x IN [1, 2, 3] | s + x) AS s, round(2.5) AS r, $n AS n", {"n": None}, 1),
    ("CALL db.labels() YIELD label RETURN count(label) > 3 AS many", {}, 1),
    ("// CREATE is a word here\nMATCH (n:Country) /* and SET\nhere */ WHERE n.id <> 'DELETE; //' "
     "RETURN n.id AS `set`, \"LOAD CSV\" AS `ü`", {}, 8),
    ("MATCH (c:Claim) WHERE c.char_start >= 0 RETURN c.predicate AS p ORDER BY p SKIP 1 LIMIT 2",
     {}, 2),
]  # fmt: skip
