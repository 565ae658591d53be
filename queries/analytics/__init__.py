"""Measures of the network that a projection gives."""

from queries.analytics.centrality import MEASURES, centrality

__all__ = ["MEASURES", "centrality"]
