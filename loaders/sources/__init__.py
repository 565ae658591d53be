"""From a file to documents: text, Markdown, HTML, PDF, DOCX and JSONL."""

from loaders.sources.base import Limits, Unreadable
from loaders.sources.registry import ENDINGS, read
from loaders.sources.walk import File, Found, find, walk

__all__ = ["ENDINGS", "File", "Found", "Limits", "Unreadable", "find", "read", "walk"]
