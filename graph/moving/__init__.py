"""Moving a whole graph: dumps, restoring them, copies, and migrations to a newer schema."""

from graph.moving.dump import dump
from graph.moving.files import lines_from, lines_to
from graph.moving.lines import Counts, DumpError
from graph.moving.migrations import migrate
from graph.moving.restore import copy, restore

__all__ = ["Counts", "DumpError", "copy", "dump", "lines_from", "lines_to", "migrate", "restore"]
