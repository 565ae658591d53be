"""Rounds of loads that are killed, and what is looked at after each."""

from __future__ import annotations

import math
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from tools.kills.child import ENDED, PHASES, SMALL_BATCH, WRITING, Command, asked
from tools.kills.homes import Home
from tools.kills.questions import States, all_of, judge_all, judged, settled, state
from tools.kills.texts import Folder

DOCUMENTS = 60
DATASETS = ("reference/naiis-editions", "reference/agreements", "reference/organisations")
LONGEST_SECONDS = 120.0
SERVER_PHASE = "server"


class Broken(Exception):
    """Something is lost or torn; the message says what."""


@dataclass(slots=True)
class Figures:
    """What a run has done: kills by what they interrupted, and loads that ran to their end."""

    kills: Counter[str] = field(default_factory=Counter)
    whole: int = 0
    late: int = 0
    """Loads that had ended by the time of their kill; these count as none."""
    waits: list[float] = field(default_factory=list)
    """Seconds that loaders went on after their server was killed."""


class Rounds:
    """A graph under attack. All choices come from `random`, so a seed gives them again."""

    def __init__(self, home: Home, folder: Path, random: Random, server_every: int) -> None:
        """A new graph of reference facts and some documents, loaded whole."""
        self._home = home
        self._random = random
        self._server_every = server_every
        self._output = folder / "output"
        self.figures = Figures()
        self._folder = Folder(folder / "documents", random, DOCUMENTS)
        self._run("load", "--reference", str(self._folder.path))
        self._stored = self._look(writable=True)
        self._datasets = {k: v for k, v in self._stored.items() if k.startswith("reference/")}
        self._seconds_a_document, self._seconds_a_load = 0.02, 0.2
        self._pending = 0

    def one(self) -> str:
        """Change what is there, start a load, kill it and look; give a line on what happened."""
        random = self._random
        if random.random() < 0.7:
            self._pending += self._folder.change()
        if random.random() < 0.2:
            verdict = random.choice(("same", "same", "not same"))
            asked(judged, self._home.url, random.random(), random.random(), verdict)
        if random.random() < 0.15:
            return self._whole()
        arguments = ["load", "--prune", str(self._folder.path)]
        expected = self._seconds_a_load + self._seconds_a_document * self._pending
        if random.random() < 0.15:
            gone = random.choice(DATASETS)
            if gone in self._stored:
                self._run("remove", gone)
                del self._stored[gone]
            arguments.insert(1, "--reference")
            expected += 0.5
        where = self._kill(arguments, expected)
        self._look_after()
        if where == PHASES[ENDED]:
            self.figures.late += 1
            return "ended before it was killed"
        self.figures.kills[where] += 1
        return f"killed in {where}"

    def end(self) -> None:
        """Load to the end, and compare with what loading all of it afresh gives."""
        self._whole(reference=True)
        judgements = asked(settled, self._home.url)
        reached = asked(all_of, self._home.url)
        self._home.keep()
        url = self._home.afresh()
        self._run("load", "--reference", str(self._folder.path), url=url)
        asked(judge_all, url, judgements)
        afresh = asked(all_of, url)
        if reached != afresh:
            lines = sorted(set(reached) ^ set(afresh))
            shown = "\n".join(line.decode()[:300] for line in lines[:20])
            raise Broken(f"{len(lines)} lines differ from a graph loaded afresh:\n{shown}")

    def _kill(self, arguments: list[str], longest: float) -> str:
        """Start a command, and kill it or its server at some moment after it opens the store.

        Half the moments are drawn from all the time that it takes, `longest` seconds; as most of
        that is reading, the other half are drawn from the time in which it writes.
        """
        random = self._random
        command = Command.start([*arguments, "--store", self._home.url], self._output)
        if not command.opened():
            raise Broken(f"the load ended at once: {self._said()}")
        if not self._pending or random.random() < 0.5:
            time.sleep(longest * random.random())
        else:
            phase = random.choice(list(self._home.phase_seconds))
            batches = math.ceil(self._pending / SMALL_BATCH)
            command.reach(phase, random.randint(1, batches) if phase == WRITING else 1)
            time.sleep(self._home.phase_seconds[phase] * random.random())
        if not self._home.has_server or self.figures.kills.total() % self._server_every != 1:
            return command.kill()
        self._home.kill_server()
        began = time.monotonic()
        code = command.ended(LONGEST_SECONDS)
        self.figures.waits.append(time.monotonic() - began)
        self._home.start_server()
        if code is None:
            command.kill()
            raise Broken(f"the load went on {LONGEST_SECONDS} s after its server was gone")
        said = self._said()
        if code not in (0, 1) or (code == 1 and not _clear(said)):
            raise Broken(f"the load ended with code {code} and said: {said}")
        return SERVER_PHASE

    def _whole(self, reference: bool = False) -> str:
        """A load that runs to its end; every document is then as it is on disk."""
        began = time.monotonic()
        with_reference = ["--reference"] if reference or len(self._missing()) else []
        self._run("load", "--prune", *with_reference, str(self._folder.path))
        took = time.monotonic() - began
        if self._pending and not with_reference:
            part = max(0.0, took - self._seconds_a_load) / self._pending
            self._seconds_a_document = 0.7 * self._seconds_a_document + 0.3 * part
        elif not with_reference:
            self._seconds_a_load = 0.7 * self._seconds_a_load + 0.3 * took
        self._stored = self._look(writable=True)
        if self._stored != self._wanted():
            raise Broken(f"after a whole load: {_differences(self._stored, self._wanted())}")
        self.figures.whole += 1
        changes, self._pending = self._pending, 0
        return f"a load of {changes} changes ran to its end in {took:.2f} s"

    def _look_after(self) -> None:
        """After a kill: nothing is torn, and every document is as before or as on disk."""
        self._home.keep()
        if self._home.readers_lag:
            self._allowed(self._look(writable=False))
        self._stored = self._allowed(self._look(writable=True))
        wanted = self._wanted()
        files = {*self._stored, *wanted} - self._datasets.keys()
        self._pending = sum(self._stored.get(file) != wanted.get(file) for file in files)

    def _look(self, writable: bool) -> States:
        findings, states = asked(state, self._home.url, writable)
        if findings:
            shown = "\n".join(findings[:20])
            seen = "the next writer" if writable else "a reader"
            raise Broken(f"{len(findings)} findings by {seen}:\n{shown}")
        return states

    def _allowed(self, states: States) -> States:
        wanted = self._wanted()
        for file in sorted({*states, *self._stored, *wanted}):
            if states.get(file) not in {self._stored.get(file), wanted.get(file)}:
                raise Broken(f"{file} is neither as it was nor as it should become")
        return states

    def _wanted(self) -> States:
        name = self._folder.path.name
        return self._datasets | {f"{name}/{k}": v for k, v in self._folder.hashes.items()}

    def _missing(self) -> set[str]:
        return self._datasets.keys() - self._stored.keys()

    def _run(self, *arguments: str, url: str | None = None) -> None:
        command = Command.start([*arguments, "--store", url or self._home.url], self._output)
        if command.ended(LONGEST_SECONDS) != 0:
            raise Broken(f"`cybercoop {arguments[0]}` failed: {self._said()}")

    def _said(self) -> str:
        return self._output.read_text(encoding="utf-8", errors="replace").strip()


def _clear(said: str) -> bool:
    """Whether an error is one line of ours."""
    lines = said.splitlines()
    return len(lines) == 1 and lines[0].startswith("cybercoop: ") and "unexpected" not in lines[0]


def _differences(found: States, wanted: States) -> str:
    wrong = [k for k in sorted({*found, *wanted}) if found.get(k) != wanted.get(k)]
    return ", ".join(wrong[:10])
