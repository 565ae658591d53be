"""A process of its own for parsers that a document may make hang or break.

The parent sends one request a line and gets one answer a line. The worker is kept between
files; one that runs out of time or breaks is replaced.
"""

from __future__ import annotations

import atexit
import json
import os
import signal
import subprocess
import sys
import threading
from dataclasses import asdict
from importlib import import_module
from pathlib import Path
from typing import Any, BinaryIO

from loaders.sources.base import Limits, Parsed, SourceError, check_text, read_bytes

MEMORY_LIMIT = 4 * 1024**3
"""Bytes of address space that a parser may use."""

TIMED_OUT = -int(getattr(signal, "SIGALRM", 0))
"""Exit status of a worker that ran out of time."""

START = (
    "import sys, json; sys.path[:] = json.loads(sys.argv[1]); "
    "from loaders.sources.worker import serve; serve()"
)


def parse_file(module: str, path: Path, limits: Limits) -> Parsed:
    """The document in a file, by the `parse` of a module of this package.

    Raises `SourceError` and `OSError`.
    """
    data = read_bytes(path, limits)
    try:
        parsed: Parsed = import_module(f"loaders.sources.{module}").parse(data)
    except RecursionError as error:
        raise SourceError("the document is nested too deeply; simplify it") from error
    except MemoryError as error:
        raise SourceError("the document needs too much memory; split it") from error
    return check_text(parsed, limits)


class Worker:
    """A worker process and the way to it; may be used by several threads, one at a time."""

    def __init__(self) -> None:
        self.forget()

    def forget(self) -> None:
        """Leave a process alone that is the parent's, after a fork."""
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()

    def parse_file(self, module: str, path: Path, limits: Limits) -> Parsed:
        """Like `parse_file`, within `limits.seconds`. Raises `SourceError` and `OSError`."""
        request = {"module": module, "path": str(path), "limits": asdict(limits)}
        with self._lock:
            answer = self._ask(request)
            if answer is None:
                raise SourceError(self._why_gone(limits))
        if "os_error" in answer:
            raise OSError(*answer["os_error"])
        if "reason" in answer:
            raise SourceError(answer["reason"], answer["place"])
        return Parsed(**answer["parsed"])

    def stop(self) -> None:
        """End the process, if one is running."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.communicate()

    def _ask(self, request: dict[str, Any]) -> dict[str, Any] | None:
        """The answer to a request; None where the process ended instead."""
        process = self._running()
        assert process.stdin and process.stdout
        try:
            process.stdin.write(json.dumps(request).encode() + b"\n")
            process.stdin.flush()
            line = process.stdout.readline()
        except BrokenPipeError:
            return None
        answer: dict[str, Any] | None = json.loads(line) if line.endswith(b"\n") else None
        return answer

    def _running(self) -> subprocess.Popen[bytes]:
        """The process, started where there is none."""
        process = self._process
        if process is None or process.poll() is not None:
            process = subprocess.Popen(
                [sys.executable, "-c", START, json.dumps(sys.path)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
            self._process = process
        return process

    def _why_gone(self, limits: Limits) -> str:
        """Why the process ended, in words."""
        process = self._process
        status = process.wait() if process else None
        self.stop()
        if status == TIMED_OUT:
            return (
                f"reading took longer than {limits.seconds:g} s; "
                "simplify the document or raise the limit"
            )
        return f"the parser broke down (status {status}); the document may be damaged"


WORKER = Worker()
atexit.register(WORKER.stop)
if hasattr(os, "register_at_fork"):  # not on Windows, which has no fork
    os.register_at_fork(after_in_child=WORKER.forget)


def serve() -> None:
    """Answer requests until the parent closes the pipe."""
    _limit_memory()
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a parser prints must not mix with the answers
    for line in sys.stdin.buffer:
        request = json.loads(line)
        import_module(f"loaders.sources.{request['module']}")
        limits = Limits(**request["limits"])
        _set_alarm(limits.seconds)
        answer = _answer(request["module"], Path(request["path"]), limits)
        _set_alarm(0)
        _send(answers, answer)


def _answer(module: str, path: Path, limits: Limits) -> dict[str, Any]:
    try:
        return {"parsed": asdict(parse_file(module, path, limits))}
    except SourceError as error:
        return {"reason": error.reason, "place": error.place}
    except OSError as error:
        return {"os_error": [error.errno, error.strerror]}
    except Exception as error:  # a parser's own fault is told like any other
        reason = f"the parser failed ({type(error).__name__}); the document may be damaged"
        return {"reason": reason, "place": ""}


def _send(answers: BinaryIO, answer: dict[str, Any]) -> None:
    answers.write(json.dumps(answer).encode() + b"\n")
    answers.flush()


def _set_alarm(seconds: float) -> None:
    """Let the system end this process after so long, whatever it is stuck in; 0 for never."""
    if hasattr(signal, "setitimer"):  # not on Windows
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _limit_memory() -> None:
    """Cap the address space, where the system can."""
    try:
        import resource
    except ImportError:  # not on Windows
        return
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    if hard == resource.RLIM_INFINITY or hard > MEMORY_LIMIT:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_LIMIT, hard))
