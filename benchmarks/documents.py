"""Generated documents: short news in English, French and Swahili about made-up deals.

The sentences are our own and of the forms that the default extractor reads. Stories are told by
several documents, and stories, countries and people are drawn with a skew, so that some are
spoken of everywhere and most hardly ever, as in real collections. Document `n` of a seed is
always the same, however many there are.

    python -m benchmarks.documents --documents 10000 FOLDER
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random

from benchmarks.phrases import COUNTRIES, FIRST_NAMES, LANGUAGES, LAST_NAMES, Language

WORDS = 60
PER_FILE = 1000
FIRST_DAY, DAYS = date(2015, 1, 1), 3650
LANGUAGE_WEIGHTS = (60, 25, 15)
SKEW = 2.5
"""How unevenly countries and bodies are drawn: the first is in one story of six."""

STORY_SCALE, STORY_SHAPE = 20, 0.4
"""Of the Pareto law by which stories are drawn: a third of the documents tell the first forty."""


@dataclass(frozen=True, slots=True)
class Story:
    """What one or more documents tell of: two countries by their place in `COUNTRIES`, and more."""

    first: int
    second: int
    topic: int
    body: int
    treaty: int
    title: int
    person: str
    day: date


def record(
    number: int,
    *,
    words: int = WORDS,
    seed: int = 0,
    edition: int = 0,
    language: Language | None = None,
) -> dict[str, str]:
    """Document `number`, with the fields of a JSONL line; another `edition` has another end.

    Without a `language` it is in English, French or Swahili.
    """
    random = Random(f"{seed}/{number}")
    story = _story(int(STORY_SCALE * (random.paretovariate(STORY_SHAPE) - 1)), seed)
    drawn = random.choices(LANGUAGES, LANGUAGE_WEIGHTS)[0]
    language = language or drawn
    sentences: list[str] = []
    told = list(language.patterns)
    random.shuffle(told)
    while sum(s.count(" ") + 1 for s in sentences) < words:
        if not told:  # a long document goes on to other stories
            story = _story(random.randrange(10**6), seed)
            told = random.sample(language.patterns, len(language.patterns))
        sentences.append(_sentence(told.pop(), story, language))
    if edition:
        other = _story(10**7 + edition, seed)
        sentences[-1] = _sentence(language.patterns[0], other, language)
    return {
        "url": f"https://news.example/{seed}/{number}",
        "title": _sentence(language.headline, story, language),
        "text": " ".join(sentences),
        "language": language.code,
        "published": (story.day + timedelta(days=random.randrange(1, 60))).isoformat(),
        "publisher": f"Example News {random.randrange(40)}",
    }


def write(
    folder: Path, documents: int, *, words: int = WORDS, seed: int = 0, first: int = 0
) -> None:
    """Write documents `first` and following to `folder`, `PER_FILE` in each JSONL file."""
    folder.mkdir(parents=True, exist_ok=True)
    for start in range(first, first + documents, PER_FILE):
        lines = _lines(range(start, min(start + PER_FILE, first + documents)), words, seed)
        with (folder / f"{start:09}.jsonl").open("w", encoding="utf-8") as file:
            file.writelines(lines)


def _lines(numbers: range, words: int, seed: int) -> Iterator[str]:
    for number in numbers:
        line = json.dumps(record(number, words=words, seed=seed), ensure_ascii=False)
        yield f"{line}\n"


def _story(number: int, seed: int) -> Story:
    random = Random(f"{seed}/story/{number}")
    first, second = 0, 0
    while first == second:
        first, second = _skewed(random, len(COUNTRIES)), _skewed(random, len(COUNTRIES))
    someone = int(100 * (random.paretovariate(STORY_SHAPE) - 1))
    return Story(
        first,
        second,
        topic=random.randrange(100),
        body=_skewed(random, 8),
        treaty=random.randrange(100),
        title=random.randrange(100),
        person=_name(someone),
        day=FIRST_DAY + timedelta(days=random.randrange(DAYS)),
    )


def _skewed(random: Random, size: int) -> int:
    """A number below `size`; small ones come often."""
    return int(size * random.random() ** SKEW)


def _name(number: int) -> str:
    """One of some 200,000 names, always the same for a number."""
    random = Random(f"name/{number}")
    one, two = random.choice(FIRST_NAMES), random.choice(LAST_NAMES)
    return f"{one} {two} {random.choice(LAST_NAMES)}"


def _sentence(pattern: str, story: Story, language: Language) -> str:
    countries = language.countries
    a = countries[story.first % len(countries)]
    b = countries[story.second % len(countries)]
    if a == b:
        b = countries[(story.second + 1) % len(countries)]
    body = language.bodies[story.body % len(language.bodies)]
    sentence = pattern.format(
        a=a,
        b=b,
        body_a=body.format(a),
        body_b=body.format(b),
        topic=language.topics[story.topic % len(language.topics)],
        treaty=language.treaties[story.treaty % len(language.treaties)],
        title=language.titles[story.title % len(language.titles)],
        person=story.person,
        date=f"{story.day.day} {language.months[story.day.month - 1]} {story.day.year}",
        year=story.day.year,
    )
    return sentence[0].upper() + sentence[1:]


def main() -> None:
    """Write documents to a folder."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.documents", description=(__doc__ or "").partition("\n")[0]
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--words", type=int, default=WORDS, help="about how many in a document")
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    write(given.folder, given.documents, words=given.words, seed=given.seed)


if __name__ == "__main__":
    main()
