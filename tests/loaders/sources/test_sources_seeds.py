"""The seed documents, as they lie in the shared folder."""

from __future__ import annotations

from pathlib import Path

from graph.model import Document
from loaders.sources import walk


def test_seeds(shared: Path) -> None:
    first, second, third = (d for d in walk([shared / "seeds"]) if isinstance(d, Document))
    assert (first.published, first.language, first.text[:3]) == ("2022-02-27", "en", "THE")
    assert (second.published, second.language, second.title) == (None, "sw", "")
    assert (third.published, third.language) == (None, "en")
    assert third.title == third.text.partition("\n")[0].strip()
