"""`cybercoop serve`: the REST service."""

from __future__ import annotations

import socket
from typing import Annotated

import typer

from app.cli.common import FAILED, StoreOption, settings


def serve(
    host: Annotated[str | None, typer.Option(help="Address to listen on.")] = None,
    port: Annotated[int | None, typer.Option(min=0, max=65535, help="Port; 0: any free.")] = None,
    store: StoreOption = None,
) -> None:
    """Serve the graph by REST, until Ctrl-C."""
    import uvicorn

    from app.main import create_app

    chosen = settings(host=host, port=port, store=store)
    application = create_app(chosen)
    listener = _listen_or_exit(chosen.host, chosen.port)
    name, number = listener.getsockname()[:2]
    address = f"http://[{name}]:{number}" if ":" in name else f"http://{name}:{number}"
    typer.echo(f"cybercoop serves {application.state.store.url}")
    typer.echo(f"  {address}/docs  what there is, to try in a browser")
    typer.echo(f"  {address}/v1/questions  questions to ask by name")
    typer.echo("Ctrl-C ends it.")
    server = uvicorn.Server(
        uvicorn.Config(application, log_level="warning", server_header=False, access_log=False)
    )
    try:
        server.run(sockets=[listener])
    except KeyboardInterrupt:
        # Uvicorn has shut down by then; the interrupt is how a person ends it, and no failure.
        return


def listen(host: str, port: int) -> socket.socket:
    """A listening socket. Raises OSError.

    It names its protocol, or asyncio would not know it for TCP and leave Nagle's algorithm on,
    which holds every answer back by 40 ms.
    """
    family, kind, protocol, _, address = socket.getaddrinfo(
        host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
    )[0]
    listener = socket.socket(family, kind, protocol)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen()
    except OSError:
        listener.close()
        raise
    return listener


def _listen_or_exit(host: str, port: int) -> socket.socket:
    """A listening socket, or exit code 1 in words."""
    try:
        return listen(host, port)
    except OSError as error:
        message = f"cannot listen on {host}:{port}: {error.strerror}; choose --host or --port"
        typer.echo(f"cybercoop: {message}", err=True)
        raise typer.Exit(FAILED) from None
