"""People of a body without a post ("Jane Doe of the Council"), and those who lead one."""

from __future__ import annotations

from loaders.extract.mentions.person_names import Run, name_at, name_back, person
from loaders.extract.mentions.posts import over_link
from loaders.extract.reading import Post, Reading, Sentence, Spot
from loaders.lexicon.names import names
from loaders.text.tokens import Token


def find_affiliated(reading: Reading, sentence: Sentence) -> None:
    """People of a body without a post ("Jane Doe of the Council"), and those who lead one."""
    for i in range(1, len(sentence.tokens)):
        if not (sentence.at("link", i) or sentence.tokens[i].text == ","):
            continue
        body = body_after(sentence, i)
        relative = None if body else _led(sentence, i)
        if body is None and relative is None:
            continue
        begin = name_back(reading, sentence, i)
        run = name_at(reading, sentence, begin) if begin < i else None
        spot = sentence.spot_at(i - 1)
        if spot is not None and spot.draft.kind == "Person":
            run = (spot.first, spot.last)
        elif run is None or run[1] != i or run[1] - run[0] < 2 or (begin == 0 and relative is None):
            continue
        if not _is_persons(sentence.tokens[run[0] : run[1]], spot):
            continue
        if any(first <= run[0] < last for first, last in sentence.posts) or _has_post(
            reading, sentence, run
        ):
            continue
        who = person(reading, sentence, run)
        target = body or relative
        assert target is not None
        quote = sentence.text_start(run[0]), sentence.text_end(target.last)
        sentence.posts.append((run[1], target.last))
        reading.posts.append(
            Post(
                sentence, run[0], target.last, (0, 0), "body", who, target.draft, None, False, quote
            )
        )


def body_after(sentence: Sentence, i: int) -> Spot | None:
    """The body that follows a name: "Jane Doe, of the Council"."""
    if i < len(sentence.tokens) and sentence.tokens[i].text == ",":
        i += 1
    start = over_link(sentence, i)
    spot = sentence.beginning(start) if start > i else None
    return spot if spot is not None and spot.draft.kind in ("Agency", "Organization") else None


def _is_persons(tokens: list[Token], spot: Spot | None) -> bool:
    """Whether a name of two words or more is a person's: known so, or one of its words is."""
    words = [t.word for t in tokens if t.is_word]
    if spot is not None and spot.draft.kind == "Person":
        return len(words) > 1
    known = names()
    listed = any(w in known.given or w in known.family for w in words)
    return len(words) > 1 and listed and " ".join(words) not in known.towns


def _led(sentence: Sentence, i: int) -> Spot | None:
    """The body in ", who leads the Council"."""
    for hit in sentence.hits.get("verb:lead", ()):
        if 1 <= hit.first - i <= 3 and sentence.at("word:stop", hit.first - 1):
            start = over_link(sentence, hit.last)
            owner = sentence.beginning(start)
            if owner is not None and owner.draft.kind == "Country":
                start = owner.last + (sentence.tokens[owner.last].text in {"'s", "’s"})
            spot = sentence.beginning(start)
            return (
                spot if spot is not None and spot.draft.kind in ("Agency", "Organization") else None
            )
    return None


def _has_post(reading: Reading, sentence: Sentence, run: Run) -> bool:
    spot = sentence.spot_at(run[0])
    return spot is not None and any(
        p.person is spot.draft and p.sentence is sentence for p in reading.posts
    )
