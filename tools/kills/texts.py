"""A folder of small invented documents that changes from load to load."""

from __future__ import annotations

import hashlib
from pathlib import Path
from random import Random

STATES = ("Kenya", "Ghana", "Rwanda", "Uganda", "Tanzania", "Morocco", "Senegal", "Malawi")
PEOPLE = ("Amina Wekesa", "Jim Kileo", "Noor Kip", "Baraka Juma", "Asha Mwangi")
SUBJECTS = ("cybercrime", "online fraud", "digital forensics", "cybersecurity")

SENTENCES = (
    "Minister {person} of {a} said that {a} wants to cooperate with {b} on {subject}.",
    "{person}, Director of the Ministry of Information of {a}, spoke on {subject}.",
    "{a} and {b} signed a memorandum of understanding on {subject} on {day} March {year}.",
    "The National Police Service of {a} trained police officers of {b} in {subject}.",
    "{a} ratified the Budapest Convention on {day} May {year}.",
    "{a} did not sign the Malabo Convention.",
    "{a} enacted the Cybercrimes Act, {year}.",
    "{a} hosted the {number}th Pan-African Forum on Cybersecurity.",
    "{a} is a member of INTERPOL.",
    "{a} and {b} cooperate in sharing alerts on {subject}.",
)


def text(random: Random) -> str:
    """A text of two to five invented sentences that speak of few bodies, so that they meet."""
    lines = []
    for sentence in random.sample(SENTENCES, random.randint(2, 5)):
        a, b = random.sample(STATES, 2)
        lines.append(
            sentence.format(
                a=a,
                b=b,
                person=random.choice(PEOPLE),
                subject=random.choice(SUBJECTS),
                day=random.randint(1, 28),
                year=random.randint(2018, 2024),
                number=random.randint(4, 19),
            )
        )
    return "\n".join(lines) + "\n"


class Folder:
    """Documents on disk; `hashes` says which texts a whole load of them would store, by file."""

    def __init__(self, path: Path, random: Random, size: int) -> None:
        """A new folder at `path` with `size` documents."""
        self.path = path
        self._random = random
        self._next = 0
        self.hashes: dict[str, str] = {}
        path.mkdir(parents=True)
        for _ in range(size):
            self._add()

    def change(self) -> int:
        """Add, change and remove some documents; give how many."""
        kinds = self._random.choices(("add", "change", "remove"), (3, 4, 3), k=self._some())
        for kind in kinds:
            if kind == "add" or len(self.hashes) < 20:
                self._add()
                continue
            name = self._random.choice(sorted(self.hashes))
            if kind == "change":
                self._write(name)
            else:
                (self.path / name).unlink()
                del self.hashes[name]
        return len(kinds)

    def _some(self) -> int:
        return self._random.choice((1, 3, 8, 16))

    def _add(self) -> None:
        self._next += 1
        self._write(f"{self._next:05}.txt")

    def _write(self, name: str) -> None:
        written = text(self._random)
        (self.path / name).write_text(written, encoding="utf-8")
        self.hashes[name] = hashlib.sha256(written.strip().encode()).hexdigest()
