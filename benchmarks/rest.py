"""The REST service beside a bare FastAPI route that gives the same bytes, and does nothing else.

Each is a process of its own with one worker; one client asks over one connection that stays open.
"""

from __future__ import annotations

import http.client
import json
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, sleep

import uvicorn
from fastapi import FastAPI, Request, Response

from app.cli.serve import listen

REQUESTS = 2000
START_SECONDS = 30

COLUMNS = ("over HTTP", "requests/s", "p50 ms", "p99 ms", "share of the bare route's rate")

ADDRESSES = {"an entity": "/v1/entities/{}", "its neighbours": "/v1/entities/{}/neighbours"}


def over_http(url: str, ids: Sequence[str]) -> tuple[Sequence[str], list[list[object]]]:
    """Columns and rows of the table: entities and their neighbours, ours and the bare route's."""
    rows: list[list[object]] = []
    with TemporaryDirectory() as folder:
        for name, form in ADDRESSES.items():
            paths = [form.format(id_) for id_ in ids]
            file = Path(folder) / "answers.json"
            with _running("app.cli", "serve", "--store", url, "--port") as client:
                answers = {path: _get(client, path) for path in paths}
                ours = _times(client, paths)
            file.write_text(json.dumps(answers))
            with _running("benchmarks.rest", str(file)) as client:
                assert {path: _get(client, path) for path in paths} == answers
                bare = _times(client, paths)
            rows.append([name, *_figures(ours), f"{sum(bare) / sum(ours):.0%}"])
            size = sum(map(len, answers.values())) // len(answers)
            rows.append([f"the same from a bare route, {size:,} characters", *_figures(bare), ""])
    return COLUMNS, rows


@contextmanager
def _running(*command: str) -> Iterator[http.client.HTTPConnection]:
    """A connection to the service that a module is, which takes its port last."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-m", *command, str(port)], stdout=subprocess.DEVNULL
    )
    client = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        _wait(client)
        yield client
    finally:
        client.close()
        process.terminate()
        process.wait()


def _wait(client: http.client.HTTPConnection) -> None:
    for _ in range(START_SECONDS * 10):
        try:
            client.connect()
        except ConnectionRefusedError:
            sleep(0.1)
        else:
            return
    raise SystemExit("the service did not start; its message stands above")


def _get(client: http.client.HTTPConnection, path: str) -> str:
    client.request("GET", path)
    answer = client.getresponse()
    body = answer.read().decode()
    assert answer.status == 200, body
    return body


def _times(client: http.client.HTTPConnection, paths: Sequence[str]) -> list[float]:
    """Seconds of each request, all addresses in turn."""
    taken = []
    for number in range(REQUESTS):
        started = perf_counter()
        _get(client, paths[number % len(paths)])
        taken.append(perf_counter() - started)
    return taken


def _figures(taken: Sequence[float]) -> tuple[float, float, float]:
    milliseconds = sorted(1e3 * t for t in taken)
    count = len(taken)
    return count / sum(taken), milliseconds[count // 2], milliseconds[int(count * 0.99)]


def bare(answers: Mapping[str, str]) -> FastAPI:
    """An application with one route, which gives the answers by their addresses."""
    app = FastAPI()
    bodies = {path: body.encode() for path, body in answers.items()}

    @app.get("/v1/entities/{rest:path}")
    def answer(rest: str, request: Request) -> Response:
        return Response(bodies[f"/v1/entities/{rest}"], media_type="application/json")

    return app


def main(file: str, port: str) -> None:
    """Serve the answers in a file."""
    config = uvicorn.Config(
        bare(json.loads(Path(file).read_text())),
        log_level="warning",
        server_header=False,
        access_log=False,
    )
    uvicorn.Server(config).run(sockets=[listen("127.0.0.1", int(port))])


if __name__ == "__main__":
    main(*sys.argv[1:])
