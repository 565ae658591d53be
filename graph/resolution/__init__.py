"""Many names, one entity: what may be the same across documents, languages and scripts."""

from graph.resolution.contradictions import Contradiction, contradictions
from graph.resolution.resolve import AUTHOR, VERSION, Resolved, resolve

__all__ = ["AUTHOR", "VERSION", "Contradiction", "Resolved", "contradictions", "resolve"]
