"""The graph in the formats of other programs."""

from collections.abc import Callable, Mapping

from queries.exports.graphml import graphml

EXPORTS: Mapping[str, Callable[..., str]] = {"graphml": graphml}


def exports() -> Mapping[str, Callable[..., str]]:
    """Functions by format; each takes a store, `projection` and `modalities`, and gives text."""
    return EXPORTS


__all__ = ["exports", "graphml"]
