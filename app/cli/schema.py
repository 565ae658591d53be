"""`cybercoop schema`: the kinds, relationship types and qualifiers."""

from __future__ import annotations

from typing import Annotated

import typer

from app.cli.common import JsonOption, OutputOption, write_out


def schema(
    json: JsonOption = False,
    markdown: Annotated[
        bool, typer.Option("--markdown", help="Print the reference page in Markdown.")
    ] = False,
    output: OutputOption = None,
) -> None:
    """Print the vocabulary of the graph: as tables, as JSON schema, or as Markdown."""
    from json import dumps

    from graph.reference import json_schema, reference_page

    if json:
        write_out(dumps(json_schema(), ensure_ascii=False, indent=2) + "\n", output)
    elif markdown or output:
        write_out(reference_page(), output)
    else:
        _tables()


def _tables() -> None:
    from app.cli.output import print_heading, print_table
    from graph.vocabulary import SCHEMA

    print_heading("Kinds of entities")
    print_table(
        ("kind", "description", "sub_labels"),
        [
            {"kind": k.name, "description": k.description, "sub_labels": k.sub_labels}
            for k in SCHEMA.kinds
        ],
    )
    print_heading("Relationship types")
    print_table(
        ("type", "from", "to", "qualifiers", "description"),
        [
            {
                "type": t.name,
                "from": t.subjects,
                "to": t.objects,
                "qualifiers": [q.name for q in t.qualifiers],
                "description": t.description,
            }
            for t in SCHEMA.types
        ],
    )
    print_heading("Modalities")
    print_table(
        ("modality", "description"),
        [{"modality": m.name, "description": m.description} for m in SCHEMA.modalities],
    )
