"""Many names, one entity: what may be the same across documents, languages and scripts."""

from graph.resolution.resolve import AUTHOR, VERSION, Resolved, is_machine, resolve

__all__ = ["AUTHOR", "VERSION", "Resolved", "is_machine", "resolve"]
