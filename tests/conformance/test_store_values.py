"""Values as parameters and as properties, alike on both stores."""

from __future__ import annotations

from typing import Any

import pytest

from graph.store import Store, StoreQueryError, Transaction

STORABLE = {
    "truth": True,
    "untruth": False,
    "least": -(2**63),
    "greatest": 2**63 - 1,
    "half": 0.5,
    "vast": 1e300,
    "nothing": "",
    "scripts": "Jürgen, Сеть, شبكة, 网络, 𝒳 👩‍👩‍👧 e\u0301 \u202e",
    "controls": "tab\t line\r\n nul\x00 quote' \" \\ ` $id {label}",
    "big": "wörd " * 400_000,
    "no_items": [],
    "numbers": [1, 2, -3],
    "fractions": [0.5, 1e-9],
    "words": ["a", "", "ß"],
    "truths": [True, False],
}
"""Values that a property may have."""

SENDABLE = {
    "null": None,
    "infinite": float("inf"),
    "nulls": [None, 1],
    "mixed": [1, "a", None, [2, {"a": 1}]],
    "map": {"a": {"b": [1, {"c": None}]}, "ä ö": ""},
    "empty": {},
}
"""Values that a parameter may have beside these."""


@pytest.mark.parametrize("name", [*STORABLE, *SENDABLE])
def test_a_value_comes_back_as_it_was_sent(store: Store, name: str) -> None:
    value = (STORABLE | SENDABLE)[name]
    came = store.read("RETURN $value AS value", {"value": value})
    assert came == [{"value": value}]
    assert type(came[0]["value"]) is type(value)


def test_properties_keep_their_values_and_types(store: Store) -> None:
    def work(tx: Transaction) -> list[dict[str, Any]]:
        tx.run(
            "MERGE (a:Entity {id: 'a'}) MERGE (b:Entity {id: 'b'}) MERGE (a)-[r:ASSISTS]->(b) "
            "SET a += $all, r += $all",
            {"all": STORABLE},
        )
        columns = ", ".join(f"{name}: x.{name}" for name in STORABLE)
        return tx.run(f"MATCH (a:Entity {{id: 'a'}}) WITH a AS x RETURN {{{columns}}} AS all")

    assert store.write(work) == [{"all": STORABLE}]
    for name, value in STORABLE.items():
        rows = store.read(
            f"MATCH (a:Entity {{id: 'a'}})-[r:ASSISTS]->() "
            f"RETURN a.{name} AS node, r.{name} AS edge"
        )
        assert rows == [{"node": value, "edge": value}]
        assert {type(v) for v in rows[0].values()} == {type(value)}


def test_null_takes_a_property_away(store: Store) -> None:
    store.write(lambda tx: tx.run("MERGE (n:Entity {id: 'a'}) SET n += {x: 1, y: 2}"))
    store.write(lambda tx: tx.run("MATCH (n:Entity {id: 'a'}) SET n += $p", {"p": {"x": None}}))
    rows = store.read("MATCH (n:Entity {id: 'a'}) RETURN n.x AS x, n.y AS y, n.never AS never")
    assert rows == [{"x": None, "y": 2, "never": None}]
    assert store.read("MATCH (n:Entity {id: 'a'}) WHERE n.x IS NULL RETURN n.id AS id") != []


@pytest.mark.parametrize(
    "value",
    [2**63, -(2**63) - 1, "\ud800", {1, 2}, object(), {1: 2}, [2**64]],
    ids=["too big", "too small", "half a character", "set", "object", "key", "within a list"],
)
def test_what_is_no_value_is_refused_and_does_no_harm(store: Store, value: Any) -> None:
    with pytest.raises(StoreQueryError, match="a parameter is no value for a graph: "):
        store.read("RETURN $value AS value", {"value": value})
    with pytest.raises(StoreQueryError, match="a parameter is no value for a graph: "):
        store.write(
            lambda tx: tx.run("MERGE (n:Entity {id: 'a'}) SET n.x = $value", {"value": value})
        )
    assert store.read("MATCH (n:Entity) RETURN count(n) AS count") == [{"count": 0}]
