"""Arguments of a question: checked, typed, names of entities led to their ids."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping

from graph.schema import UnknownName
from graph.store import Store
from queries.catalog.question import Parameter, Question
from queries.documents import document_id
from queries.entities import resolve
from queries.errors import Ambiguous, BadArgument

LONGEST = 500
DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
TRUTH = {"true": True, "false": False}


def checked(store: Store, question: Question, arguments: Mapping[str, object]) -> dict[str, object]:
    """A value for every parameter. Text is read as the type that the parameter has.

    Raises `UnknownName` for an argument that the question has no parameter for, `BadArgument`
    for a value that does not fit, `NotFound` for an entity that is not there.
    """
    known = {p.name: p for p in question.parameters}
    for name in arguments:
        if name not in known:
            raise UnknownName(f"parameter of {question.name}", name, list(known))
    return {p.name: _value(store, p, arguments.get(p.name)) for p in question.parameters}


def _value(store: Store, parameter: Parameter, given: object) -> object:
    if given is None or given == "":
        if parameter.required:
            raise BadArgument(parameter.name, f"is needed: {parameter.description}")
        return parameter.default
    if parameter.type == "document":
        return document_id(store, _text(parameter.name, given))
    if parameter.type != "entity":
        return READERS[parameter.type](parameter.name, given)
    return _entity(store, parameter, _text(parameter.name, given))


def _entity(store: Store, parameter: Parameter, text: str) -> str:
    try:
        return resolve(store, text, parameter.kinds or None)
    except Ambiguous as error:
        raise Ambiguous(parameter.name, text, error.candidates) from error


def _text(name: str, given: object) -> str:
    if not isinstance(given, str) or len(given) > LONGEST:
        raise BadArgument(name, f"must be a text of at most {LONGEST} characters")
    return given.strip()


def checked_date(name: str, given: object) -> str:
    """`given`, where it is an ISO date of any precision. Raises `BadArgument`."""
    text = str(given).strip()
    if not DATE.fullmatch(text):
        raise BadArgument(name, f"must be a date such as 2023, 2023-02 or 2023-02-21, not {text!r}")
    return text


def _integer(name: str, given: object) -> int:
    try:
        if isinstance(given, bool) or not isinstance(given, int | str):
            raise ValueError
        number = int(given)
    except ValueError as error:
        raise BadArgument(name, f"must be a whole number, not {given!r}") from error
    if abs(number) >= 2**63:
        raise BadArgument(name, f"must have at most 64 bits, not {given!r}")
    return number


def _float(name: str, given: object) -> float:
    try:
        if isinstance(given, bool) or not isinstance(given, int | float | str):
            raise ValueError
        number = float(given)
        if not math.isfinite(number):
            raise ValueError
        return number
    except ValueError as error:
        raise BadArgument(name, f"must be a number, not {given!r}") from error


def _boolean(name: str, given: object) -> bool:
    value = TRUTH.get(str(given).strip().lower())
    if value is None:
        raise BadArgument(name, f"must be true or false, not {given!r}")
    return value


READERS: Mapping[str, Callable[[str, object], object]] = {
    "string": _text,
    "date": checked_date,
    "integer": _integer,
    "float": _float,
    "boolean": _boolean,
}
