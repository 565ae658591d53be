"""People and bodies that nothing announces: their names are judged by all their signs."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.extract.mentions.candidates import Candidate, Run, candidates
from loaders.extract.mentions.known_people import known_person
from loaders.extract.mentions.person_names import person
from loaders.extract.mentions.signs import signs
from loaders.extract.reading import Draft, Reading, Sentence, Spot
from loaders.lexicon.names import names
from loaders.lexicon.weights import likelihood
from loaders.text.tokens import plain

SURE_PERSON, SURE_OPENER, SURE_LISTED, SURE_BODY = 0.52, 0.8, 0.25, 0.65
"""Probabilities from which a name is taken: a person's, one word that only begins sentences, a
name in a list with a person, a body's."""

EXPLAINED = 8
"""Words before a bracket among which the head of what its acronym stands for is."""


def find_judged_bodies(reading: Reading) -> None:
    """Names of bodies without a head noun, taken before people are looked for."""
    for name, (of_person, of_body) in _judged(reading):
        if of_body < SURE_BODY or of_body < of_person or any(map(_in_brackets, name.runs)):
            continue
        for run in name.runs:
            words = _text(reading, run)
            draft = reading.named.get(f"acronym:{words}") or reading.draft(
                f"body:{plain(words)}", Draft("Organization", words)
            )
            reading.note(run.sentence, Spot(draft, run.first, run.last, reach=run.last))


def find_judged_people(reading: Reading) -> None:
    """Names of people without title or honorific, taken after those with one."""
    verbs_tell = bool(reading.pack.lexicon.signs.person_verbs)
    doubtful: list[Candidate] = []
    for name, (of_person, of_body) in _judged(reading):
        sure = SURE_OPENER if not verbs_tell and _only_opens(name) else SURE_PERSON
        if of_person >= sure and of_person > of_body:
            _note(reading, name)
        elif of_person >= SURE_LISTED and len(name.words) > 1:
            doubtful.append(name)
    for name in doubtful:
        if any(map(_listed, name.runs)):
            _note(reading, name)


def _note(reading: Reading, name: Candidate) -> None:
    for run in name.runs:
        place = run.sentence.at("country", run.first)
        if place is not None and place.last == run.last:
            continue  # "asked Santo Domingo": a seat of government
        first = run.first + _opens_with_a_word(reading, run)
        person(reading, run.sentence, (first, run.last))


def _opens_with_a_word(reading: Reading, run: Run) -> bool:
    """Whether the capital of the first word is the sentence's: a known name follows it."""
    if len(run.words) < 2 or run.words[0] in names().given or not _opens(run):
        return False
    return known_person(reading, " ".join(run.words[1:])) is not None


def _opens(run: Run) -> bool:
    return not any(t.is_word for t in run.sentence.tokens[: run.first])


def _listed(run: Run) -> bool:
    """Whether a comma or "and" alone stands between a name and a person."""
    sentence = run.sentence
    return any(
        (p.last == run.first - 1 and _joins(sentence, p.last))
        or (p.first == run.last + 1 and _joins(sentence, run.last))
        for p in sentence.of("Person")
    )


def _joins(sentence: Sentence, i: int) -> bool:
    return sentence.tokens[i].text == "," or sentence.at("word:and", i) is not None


def _in_brackets(run: Run) -> bool:
    """Whether a word in brackets explains words before it that are no body's: a conference's."""
    tokens, i = run.sentence.tokens, run.first - 1
    if i < 1 or tokens[i].text != "(" or len(run.words) > 1:
        return False
    near = {
        h.last: category
        for category in ("bodies", "sign:groups", "titles")
        for h in run.sentence.hits.get(category, ())
        if i - EXPLAINED <= h.first and h.last <= i
    }
    return not near or near[max(near)] == "titles"


def _only_opens(name: Candidate) -> bool:
    """Whether one word has its capital only where a sentence begins, and no list knows it."""
    (word, *more), known = name.words, names()
    if more or word in known.given or word in known.family:
        return False
    return all(map(_opens, name.runs))


def _judged(reading: Reading) -> Iterator[tuple[Candidate, tuple[float, float]]]:
    if reading.pack.lexicon.names.capitals == "none":
        return
    known = names()
    for name in candidates(reading):
        yield name, likelihood(signs(name, known, reading.pack.language))


def _text(reading: Reading, run: Run) -> str:
    return reading.text[run.sentence.text_start(run.first) : run.sentence.text_end(run.last)]
