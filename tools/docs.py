"""Write the pages of `docs` that follow from schema, catalogue and reference datasets.

`python -m tools.docs` does so.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from graph.reference import reference_page
from loaders.reference.page import reference_facts_page
from queries.describe import questions_page

DOCS = Path(__file__).parents[1] / "docs"

PAGES: Mapping[str, Callable[[], str]] = {
    "questions.md": questions_page,
    "reference.md": reference_facts_page,
    "schema.md": reference_page,
}


def main() -> None:
    """Write every page anew."""
    DOCS.mkdir(exist_ok=True)
    for name, made in PAGES.items():
        (DOCS / name).write_text(made(), encoding="utf-8")


if __name__ == "__main__":
    main()
