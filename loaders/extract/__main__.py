"""`python -m loaders.extract FILE.jsonl`: documents in, one a line; extractions out."""

from __future__ import annotations

import json
import sys

from graph.model import Document
from loaders.extract.output import as_json
from loaders.extract.registry import extractor
from loaders.extract.validate import validate

FIELDS = ("title", "url", "publisher", "language", "published")


def main(path: str) -> None:
    """Print what the default extractor reads in each document of the file at `path`."""
    rules = extractor()
    with open(path, encoding="utf-8") as file:
        for line in filter(str.strip, file):
            row = json.loads(line)
            document = Document(row["id"], row["text"], **{k: row[k] for k in FIELDS if k in row})
            checked = validate(document, rules.extract(document))
            print(json.dumps(as_json(document, checked.extraction), ensure_ascii=False))


if __name__ == "__main__":
    main(sys.argv[1])
