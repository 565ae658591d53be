"""The command line: `cybercoop COMMAND`, one module a group of commands.

Modules that take time to import are imported inside the commands that need them.
"""

from __future__ import annotations

from typing import Annotated

import typer

from app.cli.browser import browser
from app.cli.check import check
from app.cli.common import Commands
from app.cli.cypher import cypher
from app.cli.evaluate import evaluate
from app.cli.explain import explain
from app.cli.export import export
from app.cli.extract import extract
from app.cli.languages import languages
from app.cli.load import load
from app.cli.move import copy, dump, migrate, restore
from app.cli.query import query
from app.cli.remove import remove
from app.cli.report import report
from app.cli.resolve import resolve
from app.cli.review import review
from app.cli.schema import schema
from app.cli.search import search
from app.cli.serve import serve
from app.cli.show import show

app = typer.Typer(
    cls=Commands,
    name="cybercoop",
    help="Documents on international cyber cooperation as a graph of claims and facts.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
)


@app.callback()
def _options(
    traceback: Annotated[
        bool, typer.Option("--traceback", help="Show where in the code an error came from.")
    ] = False,
) -> None:
    """Documents on international cyber cooperation as a graph of claims and facts."""


for command in (
    load,
    remove,
    extract,
    explain,
    evaluate,
    languages,
    query,
    cypher,
    search,
    show,
    report,
    export,
    resolve,
    review,
    check,
    serve,
    schema,
    browser,
    dump,
    restore,
    copy,
    migrate,
):
    app.command()(command)


def main() -> None:
    """Run the command that the arguments name."""
    app()
