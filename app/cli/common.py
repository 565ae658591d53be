"""What commands share: options, settings, the store, and errors in words."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

if TYPE_CHECKING:
    from app.settings import Settings
    from graph.store import Store

StoreOption = Annotated[
    str | None,
    typer.Option(
        "--store",
        metavar="URL",
        help="The graph: embedded:PATH, or neo4j://USER:PASSWORD@HOST:PORT. "
        "Else CYBERCOOP_STORE, else embedded:.cybercoop/graph.kgl.",
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON, for programs.")]
OutputOption = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write to this file, not to the screen."),
]

FAILED, USAGE = 1, 2


class Commands(TyperGroup):
    """Commands whose errors are one line that says what to do: exit code 1, or 2 for usage."""

    def invoke(self, ctx: Any) -> Any:
        """Run a command."""
        try:
            return super().invoke(ctx)
        except (typer.Exit, typer.Abort, BrokenPipeError):
            raise
        except typer.TyperException as error:
            message, code = _usage(error)
        except Exception as error:
            message, code = explain(error)
            if ctx.params.get("traceback"):
                traceback.print_exc()
        typer.echo(f"cybercoop: {message}", err=True)
        raise typer.Exit(code)


def _usage(error: Any) -> tuple[str, int]:
    """A mistake in the arguments in one line, and its exit code."""
    command = error.ctx.command_path if error.ctx else "cybercoop"
    return f"{error.format_message().rstrip('.')}; see `{command} --help`", error.exit_code


def explain(error: Exception) -> tuple[str, int]:
    """An error in one line, and the exit code that it ends with."""
    from pydantic import ValidationError

    from graph.moving import DumpError
    from graph.schema import UnknownName
    from graph.store import StoreError
    from graph.writing import InvalidJudgement
    from loaders.evaluation import AnnotationError
    from loaders.lexicon.schema import LexiconError
    from loaders.reading import ReadingStopped
    from loaders.reference import DatasetError
    from queries.errors import BadArgument, NotFound

    if isinstance(error, ValidationError):
        faults = [f"CYBERCOOP_{f['loc'][0]!s}".upper() + f": {f['msg']}" for f in error.errors()]
        return f"a setting does not fit: {'; '.join(faults)}", USAGE
    if isinstance(error, BadArgument | UnknownName | InvalidJudgement):
        return str(error), USAGE
    told = StoreError | NotFound | DumpError | DatasetError | ReadingStopped
    if isinstance(error, told | AnnotationError | LexiconError):
        return str(error), FAILED
    if isinstance(error, OSError) and error.filename:
        return f"{error.filename}: {error.strerror}; check the path and its permissions", FAILED
    what = f"{type(error).__name__}: {error}".replace("\n", " ")
    return f"unexpected error: {what}; `cybercoop --traceback ...` says where", FAILED


def settings(**given: Any) -> Settings:
    """The settings, those that are not None taken from `given`."""
    from app.settings import Settings

    return Settings(**{name: value for name, value in given.items() if value is not None})


def known_extractor(name: str) -> str:
    """The name of an extractor. Raises `UnknownName` where there is none of that name."""
    from graph.schema import UnknownName
    from loaders.extract.registry import names

    if name not in names():
        raise UnknownName("extractor", name, names())
    return name


@contextmanager
def opened(
    url: str | None, *, writable: bool = False, any_version: bool = False
) -> Iterator[Store]:
    """The store at `url`, else the one in the settings; closed afterwards.

    Raises `StoreError` for a graph of another schema version, unless `any_version`.
    """
    from graph.store import open_store
    from graph.versions import require

    store = open_store(settings(store=url).store.get_secret_value(), writable=writable)
    try:
        if not any_version:
            require(store)
        yield store
    finally:
        store.close()


def write_out(text: str, output: Path | None) -> None:
    """Write a text to a file, or to the screen where none is named."""
    if output is None:
        from app.cli.output import harmless

        sys.stdout.write(harmless(text) if sys.stdout.isatty() else text)
    else:
        output.write_text(text, encoding="utf-8")
        typer.echo(f"written to {output}", err=True)
