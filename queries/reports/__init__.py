"""Texts for readers, made of answers to questions; every statement carries its sentence."""

from collections.abc import Callable, Mapping

from queries.reports.country import country_brief

REPORTS: Mapping[str, Callable[..., str]] = {"country": country_brief}


def reports() -> Mapping[str, Callable[..., str]]:
    """Functions by name; each takes a store, an id or name, and `since`, and gives Markdown."""
    return REPORTS


__all__ = ["country_brief", "reports"]
