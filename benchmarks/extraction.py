"""How fast the default extractor reads, beside two peers that do less, on the same documents.

    pip install 'cybercoop[bench]'
    python -m benchmarks.extraction
    python -m benchmarks.extraction --profile       # and where the time goes
    python -m benchmarks.extraction --also FOLDER   # the texts of a folder too

Ours finds names, who is meant, claims, speakers and dates, and checks and links them. spaCy's
blank pipeline cuts the text into words and its PhraseMatcher finds the names of countries and
known bodies, no more. python-crfsuite tags names with a model of usual features, which is trained
before the clock starts on what ours marks in other documents of the generator.
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from benchmarks.documents import record
from benchmarks.phrases_more import EVERY_LANGUAGE
from benchmarks.taggers import crf_tagger, phrase_matcher
from graph.model import Document
from loaders.reading import CHUNK, read_documents, version_of

WORDS = 500
TRAINING_SEED = 7
ROUNDS = 3
"""How often each is measured; the best counts, as other work only ever slows it down."""

PARTS = {
    "read": "sentences, words, phrases of the lexicon, dates",
    "find_known": "known bodies and organisations",
    "find_countries": "countries",
    "find_regional": "countries by their region",
    "find_laws": "laws and strategies",
    "find_bodies": "bodies by their head noun",
    "find_agreements": "agreements",
    "find_judged_bodies": "bodies by all signs of a name",
    "find_references": "what leads back to a body",
    "find_people": "people and their posts",
    "find_people_by_post": "people by their post",
    "find_events": "events and forums",
    "find_topics": "topics",
    "find_claims": "claims, speakers, modality",
    "assembled": "ids, offsets, confidence",
    "validate": "the check",
    "link": "strong keys",
}
"""Functions by what they find, each with all that it calls."""

Reader = Callable[[Sequence[Document]], object]
Clock = Callable[[], float]


def documents(number: int, seed: int = 0, also: Path | None = None) -> list[Document]:
    """`number` generated documents of 500 words in each language, and the texts of a folder."""
    rows = [
        record(i, words=WORDS, seed=seed, language=language)
        for i in range(number)
        for language in EVERY_LANGUAGE
    ]
    made = [
        Document(row["url"], row["text"], language=row["language"], published=row["published"])
        for row in rows
    ]
    files = sorted(also.glob("*.txt")) if also else []
    return made + [Document(path.name, path.read_text("utf-8")) for path in files]


def ours(texts: Sequence[Document]) -> None:
    """Read documents in this process."""
    read_documents(texts, "rules", version_of("rules"))


def ours_in(pool: ProcessPoolExecutor, texts: Sequence[Document]) -> None:
    """Read documents in the processes of a pool, as `cybercoop load` does."""
    version = version_of("rules")
    chunks = [texts[i : i + CHUNK] for i in range(0, len(texts), CHUNK)]
    for task in [pool.submit(read_documents, chunk, "rules", version) for chunk in chunks]:
        task.result()


def best(reader: Reader, texts: Sequence[Document], clock: Clock = time.process_time) -> float:
    """Documents of 500 words a second, in the best of some rounds after one that warms up.

    What runs in this process is measured in seconds of its processor, which other work on the
    machine does not change; what runs in others by the time that passes.
    """
    words = sum(len(text.text.split()) for text in texts)
    reader(texts)
    seconds = []
    for _ in range(ROUNDS):
        start = clock()
        reader(texts)
        seconds.append(clock() - start)
    return words / WORDS / min(seconds)


def start_up() -> float:
    """Seconds that the command `cybercoop extract` takes for one short English text."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "short.txt"
        path.write_text("Kenya and Ghana signed an agreement on cybercrime.", "utf-8")
        command = [sys.executable, "-m", "app.cli", "extract", str(path)]
        seconds = []
        for _ in range(ROUNDS):
            start = time.perf_counter()
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
            seconds.append(time.perf_counter() - start)
    return min(seconds)


def memory(texts: Sequence[Document], times: int) -> tuple[int, int]:
    """Most MB that this process has used after reading `texts` once, and after `times` more."""
    ours(texts)
    first = _peak()
    for _ in range(times):
        ours(texts)
    return first, _peak()


def profile(texts: Sequence[Document]) -> list[tuple[str, float]]:
    """Shares of the time by part, the largest first; a profiler slows small functions most."""
    profiler = cProfile.Profile()
    profiler.runcall(ours, texts)
    spent = pstats.Stats(profiler).get_stats_profile().func_profiles
    whole = spent["read_documents"].cumtime
    shares = [(what, spent[name].cumtime / whole) for name, what in PARTS.items()]
    return sorted(shares, key=lambda share: -share[1])


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _print_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    for row in (head, ["---", *["---:"] * (len(head) - 1)], *rows):
        print("|", " | ".join(row), "|")
    print()


def main() -> None:
    """Measure, and print tables in Markdown."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.extraction")
    parser.add_argument("--documents", type=int, default=40, help="in each language")
    parser.add_argument("--also", type=Path, help="a folder with texts to read too")
    parser.add_argument("--profile", action="store_true", help="show where the time goes")
    given = parser.parse_args()
    texts = documents(given.documents, also=given.also)
    print(f"{len(texts)} documents; start of the command {start_up():.2f} s\n")
    with ProcessPoolExecutor(2) as pool:
        speeds = {"ours, two processes": best(lambda t: ours_in(pool, t), texts, time.perf_counter)}
    speeds["ours"] = best(ours, texts)
    first, last = memory(texts, 10)
    speeds["spaCy, blank, PhraseMatcher"] = best(phrase_matcher(), texts)
    speeds["python-crfsuite"] = best(crf_tagger(documents(4, TRAINING_SEED)), texts)
    rows = [(name, f"{speed:.0f}") for name, speed in speeds.items()]
    _print_table(("Reader", "Documents of 500 words/s"), rows)
    by_language = [
        (language.code, f"{best(ours, [t for t in texts if t.language == language.code]):.0f}")
        for language in EVERY_LANGUAGE
    ]
    _print_table(("Language", "Documents of 500 words/s, one process"), by_language)
    print(f"Most memory: {first} MB after all documents once, {last} MB after ten times more\n")
    if given.profile:
        shares = [(what, f"{share:.0%}") for what, share in profile(texts)]
        _print_table(("Part", "Share of the time"), shares)


if __name__ == "__main__":
    main()
