"""A brief on a country: what the graph knows of its cooperation, newest first, with sources."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from graph.store import Row, Store
from queries.catalog import ask, question
from queries.catalog.arguments import checked_date
from queries.entities import entity, resolve
from queries.reports.markdown import bold, cited, document, escaped, listed

ROWS = 500
"""Statements of one question at most."""

SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class Part:
    """Statements of one section: the rows of a question that are `wanted`, each put in words.

    `dated` names the column that tells when; statements without a date come last.
    """

    question: str
    words: Callable[[Row], str]
    dated: str | None = None
    wanted: Callable[[Row], bool] = lambda row: True
    country: str = "country"


def _agreement(row: Row) -> str:
    others = f" with {listed(row['counterparts'])}" if row["counterparts"] else ""
    status = f"; {listed(row['status'])}" if row["status"] else ""
    topics = f"; on {listed(row['topics'])}" if row["topics"] else ""
    return f"{bold(row['name'])}: {listed(row['parties'])}{others}{status}{topics}"


def _event(row: Row) -> str:
    where = [*row["places"], *row["held_in"]]
    roles = f" ({listed(row['roles'])})" if row["roles"] else ""
    parts = [
        f"in {listed(where)}" if where else "",
        f"{listed(row['participants'])} took part{roles}" if row["participants"] else "",
        f"{listed(row['hosts'])} hosted" if row["hosts"] else "",
    ]
    return f"{bold(row['name'])}: {'; '.join(part for part in parts if part)}"


def _treaty(row: Row) -> str:
    names = ("signed", "ratified", "in_force")
    dates = [f"{name.replace('_', ' ')} {row[name]}" for name in names if row[name]]
    return f"{bold(row['name'])}: {listed([row['status'] or 'party', *dates])}"


def _membership(row: Row) -> str:
    role = row["role"] or ("contact" if row["type"] == "CONTACT_FOR" else "member")
    until = f" until {row['until']}" if row["until"] else ""
    return f"{bold(row['body_name'])}: {escaped(row['member_name'])}, {escaped(role)}{until}"


def _law(row: Row) -> str:
    made = f": {listed(row['made_by'])}" if row["made_by"] else ""
    topics = f"; on {listed(row['topics'])}" if row["topics"] else ""
    return f"{bold(row['name'])}{made}{topics}"


def _post(row: Row) -> str:
    title = row["title"] or "holds a post"
    term = "".join(f", {name} {row[name]}" for name in ("since", "until") if row[name])
    return f"{bold(row['person_name'])}: {escaped(title)}, {escaped(row['body_name'])}{term}"


VERBS: Mapping[str, tuple[str, str]] = {
    "SEEKS_COOPERATION_WITH": ("seeks cooperation with", "cooperation with"),
    "COOPERATES_WITH": ("works with", "to work with"),
    "ASSISTS": ("helps", "to help"),
    "PARTY_TO": ("is party to", "to become party to"),
    "SIGNED": ("signed", "to sign"),
    "ENACTED": ("made", "to make"),
    "PARTICIPATED_IN": ("took part in", "to take part in"),
    "HOSTED": ("hosted", "to host"),
}
"""What is done, and what is only wanted or promised."""


def _deed(row: Row) -> str:
    return f"{bold(row['subject_name'])} {VERBS[row['predicate']][0]} {_about(row)}"


def _wish(row: Row) -> str:
    sort = row["sort"].capitalize()
    return f"{sort}, {bold(row['subject_name'])}: {VERBS[row['predicate']][1]} {_about(row)}"


def _about(row: Row) -> str:
    detail = f" ({escaped(row['detail'])})" if row["detail"] else ""
    topics = f", on {listed(row['topics'])}" if row["topics"] else ""
    return f"{escaped(row['object_name'] or '')}{detail}{topics}"


def _contradiction(row: Row) -> str:
    other = f" {escaped(row['object_name'])}" if row["object_name"] else ""
    predicate = row["predicate"].lower().replace("_", " ")
    values = f": {listed(row['values'])}" if row["values"] else ""
    return f"{bold(row['subject_name'])} {predicate}{other}{values}"


HELP = frozenset({"COOPERATES_WITH", "ASSISTS"})

SECTIONS: Mapping[str, tuple[Part, ...]] = {
    "Agreements": (Part("agreements_of", _agreement, "signed"),),
    "Forums and events": (Part("events_of", _event, "starts"),),
    "Treaties and memberships": (
        Part("treaty_status", _treaty, "signed"),
        Part("memberships", _membership, "since"),
    ),
    "Laws and strategies": (Part("laws_of", _law, "date"),),
    "People and posts": (Part("posts", _post, "last_reported", country="of"),),
    "Cooperation and help": (
        Part(
            "wishes_and_deeds",
            _deed,
            "first_reported",
            wanted=lambda row: row["sort"] == "done" and row["predicate"] in HELP,
        ),
    ),
    "Wishes, requests and promises": (
        Part(
            "wishes_and_deeds",
            _wish,
            "first_reported",
            wanted=lambda row: row["sort"] != "done",
        ),
    ),
    "Contradictions": (Part("disputed", _contradiction, country="about"),),
}


def country_brief(store: Store, country_id: str, *, since: str | None = None) -> str:
    """What is known of a country's cooperation, as Markdown, newest first.

    Every statement carries its sentences and links. With `since` (ISO date) only what is dated
    that day or later stands there, and each section says how many undated statements it leaves
    out. Raises `NotFound`, `BadArgument`.
    """
    country = resolve(store, country_id, ("Country",))
    since = checked_date("since", since) if since else None
    name = entity(store, country)["name"]
    period = f", since {since}" if since else ""
    lines = [f"# {escaped(name)}: international cyber cooperation{period}", ""]
    used: dict[str, dict[str, Any]] = {}
    for title, parts in SECTIONS.items():
        lines += [f"## {title}", ""]
        body = [line for part in parts for line in _part(store, part, country, since, used)]
        lines += body or ["Nothing in the graph.", ""]
    lines += ["## Sources", ""]
    newest = sorted(used.values(), key=lambda item: item["document"])
    newest.sort(key=lambda item: item["published"] or "", reverse=True)
    lines += [f"- {document(item)}" for item in newest] or ["None."]
    return "\n".join(lines).rstrip() + "\n"


def _part(
    store: Store, part: Part, country: str, since: str | None, used: dict[str, dict[str, Any]]
) -> Iterator[str]:
    asked = question(part.question)
    arguments = {part.country: country}
    answer = ask(store, asked, arguments, rows=ROWS, seconds=SECONDS, evidence=True)
    found = [
        (str((part.dated and row[part.dated]) or ""), row)
        for row in answer.rows
        if part.wanted(row)
    ]
    found.sort(key=lambda pair: pair[0], reverse=True)
    undated = 0
    if since and part.dated:
        undated = sum(not date for date, _ in found)
        found = [(date, row) for date, row in found if date >= since]
    for date, row in found:
        yield f"- {date}{': ' * bool(date)}{part.words(row)}"
        yield from cited(_best_first(row))
        yield ""
        used.update((item["document"], item) for item in row["evidence"])
    if undated:
        yield from (f"Left out, since they have no date: {undated}.", "")
    if answer.truncated:
        yield from (f"There is more: only the first {ROWS} are looked at.", "")


def _best_first(row: Row) -> list[dict[str, Any]]:
    """The evidence of a row, the sentence that the row itself shows before the others."""
    items: list[dict[str, Any]] = row["evidence"]
    return sorted(items, key=lambda item: item["quote"] != row.get("quote"))
