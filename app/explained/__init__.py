"""What was read in a document, laid over its text; `page` makes HTML of it."""

from app.explained.marks import COLUMNS, Explained, Mark, Stretch, explained

__all__ = ["COLUMNS", "Explained", "Mark", "Stretch", "explained"]
