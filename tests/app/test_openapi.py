"""What the OpenAPI document promises."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from pydantic import BaseModel

import app.models.answers
import app.models.records
import app.problems


@pytest.fixture(scope="module")
def document(client: httpx.Client) -> dict[str, Any]:
    answer: dict[str, Any] = client.get("/openapi.json").json()
    return answer


def operations(document: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """All that reads, and the two that judge."""
    for path, methods in document["paths"].items():
        writing = {"post", "delete"} if path.startswith("/v1/judgements") else set()
        assert set(methods) <= {"get"} | writing
        for operation in methods.values():
            yield path, operation


def references(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if isinstance(node.get("$ref"), str):
            yield node["$ref"]
        for child in node.values():
            yield from references(child)
    elif isinstance(node, list):
        for child in node:
            yield from references(child)


def shows(document: dict[str, Any], schema: dict[str, Any]) -> bool:
    """Whether a schema, or the items of the list in it, has an example."""
    if "$ref" in schema:
        schema = document["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
    items = schema.get("properties", {}).get("items", {}).get("items")
    return "examples" in schema or (items is not None and shows(document, items))


def test_every_route_has_a_name_a_summary_and_an_example(document: dict[str, Any]) -> None:
    names = []
    for path, operation in operations(document):
        names.append(operation["operationId"])
        assert operation["summary"] and operation["description"] and operation["tags"], path
        done = next(a for status, a in operation["responses"].items() if status.startswith("2"))
        for media in done.get("content", {}).values():
            assert "example" in media or shows(document, media["schema"]), path
    assert len(set(names)) == len(names) == 25


def test_every_parameter_is_described(document: dict[str, Any]) -> None:
    for path, operation in operations(document):
        for parameter in operation.get("parameters", ()):
            assert parameter["description"], (path, parameter["name"])
            if parameter.get("required"):
                assert parameter["schema"]["examples"], (path, parameter["name"])


def test_every_reference_leads_somewhere(document: dict[str, Any]) -> None:
    found = set(references(document))
    assert "#/components/schemas/Problem" in found
    for reference in found:
        node: Any = document
        for step in reference.removeprefix("#/").split("/"):
            node = node[step]


def test_errors_are_problems_and_nothing_else(document: dict[str, Any]) -> None:
    for path, operation in operations(document):
        for status, answer in operation["responses"].items():
            if int(status) >= 400:
                assert list(answer["content"]) == ["application/problem+json"], (path, status)


MODELS = [
    model
    for module in (app.models.answers, app.models.records, app.problems)
    for model in vars(module).values()
    if isinstance(model, type) and issubclass(model, BaseModel)
    if "json_schema_extra" in model.model_config
]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_examples_are_what_the_models_say(model: type[BaseModel]) -> None:
    extra = model.model_config["json_schema_extra"]
    assert isinstance(extra, dict)
    (example,) = extra["examples"]  # type: ignore[misc]
    model.model_validate(example, extra="forbid")
