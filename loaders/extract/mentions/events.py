"""Events and forums: meetings, courses, visits, and the series they are editions of."""

from __future__ import annotations

import re

from loaders.extract.mentions import names
from loaders.extract.mentions.phrases import article, phrase_end, with_article
from loaders.extract.reading import Draft, Reading, Sentence, Spot
from loaders.lexicon.phrases import Hit
from loaders.text.dates import YEAR
from loaders.text.tokens import plain

NUMBER = re.compile(r"(\d{1,3})(?:\.?[ºª°]|st|nd|rd|th|e|er|ère|ème)?$")
ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10,
         "XI": 11, "XII": 12, "XIII": 13, "XIV": 14, "XV": 15, "XVI": 16, "XVII": 17, "XVIII": 18,
         "XIX": 19, "XX": 20}  # fmt: skip
NEAR = 3
"""Words within which the number of an edition stands from its head."""


def find_events(reading: Reading) -> None:
    """Events with the phrases that lead back to them; an edition makes its forum known too."""
    latest: list[Draft] = []
    for sentence in reading.sentences:
        reach = 0
        for hit in _heads(sentence):
            covering = sentence.spot_at(hit.first)
            if (
                hit.first < reach
                or _in_weekday(sentence, hit.first)
                or (covering and covering.draft.kind != "Country")
            ):
                continue
            if spot := _event(reading, sentence, hit, latest):
                reading.note(sentence, spot, hit.skip * (spot.first == hit.first))
                reach = spot.last
                if spot.draft.kind == "Event":
                    latest.append(spot.draft)


def _in_weekday(sentence: Sentence, i: int) -> bool:
    """Portuguese weekdays hold the word for a fair: segunda-feira."""
    return any(h.first <= i < h.last for h in sentence.hits.get("weekdays", ()))


def _heads(sentence: Sentence) -> list[Hit]:
    """Event words, the longest where several begin together."""
    hits = [*sentence.hits.get("events", ()), *sentence.hits.get("forums", ())]
    return sorted(hits, key=lambda h: (h.first, -h.last, h.category))


def _event(reading: Reading, sentence: Sentence, hit: Hit, latest: list[Draft]) -> Spot | None:
    number = _number(sentence, hit, reading)
    named = _named(reading, sentence, hit)
    if number is not None and (named or _capital(sentence, hit)):
        return _edition(reading, sentence, hit, number, named or (hit.first, hit.last))
    if named:
        return _named_event(reading, sentence, hit, named)
    return _plain_event(reading, sentence, hit, latest)


def _number(sentence: Sentence, hit: Hit, reading: Reading) -> tuple[int, int] | None:
    """Which edition, and the token that says so."""
    first, last = _extent(reading, sentence, hit)
    edition = next(
        (h for h in sentence.hits.get("word:edition", ()) if 0 < first - h.last <= 2), None
    )
    for i in range(max(0, edition.first - 2), edition.first) if edition else ():
        if ordinal := sentence.at("ordinals", i):
            return int(ordinal.value), i
        if (m := NUMBER.match(sentence.tokens[i].text)) and not m[0].isdigit():
            return int(m[1]), i
    for i in (
        *range(max(0, first - NEAR), first),
        *range(first, min(last + 2, len(sentence.tokens))),
    ):
        token = sentence.tokens[i]
        if (h := sentence.at("ordinals", i)) and not sentence.at("word:stop", i):
            return int(h.value), i
        if token.text in ROMAN and i <= hit.last:
            return ROMAN[token.text], i
        m = NUMBER.match(token.text)
        if m and (not token.text.isdigit() or _numbered(sentence, i)) and int(m[1]) > 0:
            return int(m[1]), i
    return None


def _numbered(sentence: Sentence, i: int) -> bool:
    """Whether a bare number counts editions: it stands between two links ("la 17 la")."""
    tokens = sentence.tokens
    return (
        0 < i < len(tokens) - 1
        and sentence.at("link", i - 1) is not None
        and sentence.at("months", i + 1) is None
        and (sentence.at("link", i + 1) is not None or tokens[i + 1].capital)
    )


def _extent(reading: Reading, sentence: Sentence, hit: Hit) -> tuple[int, int]:
    pack = reading.pack
    last = names.right(sentence, pack, hit.last)
    first = names.left(sentence, hit.first) if pack.lexicon.names.head_last else hit.first
    if last == hit.last and first == hit.first and hit.value == "Exercise":
        last = names.run(sentence, hit.last)  # Operation Sea Eagle
    if last < len(sentence.tokens) and YEAR.match(sentence.tokens[last].text) and last - first > 1:
        last += 1
    return first, last


def _capital(sentence: Sentence, hit: Hit) -> bool:
    return sentence.tokens[hit.first].capital and not sentence.headline


def _named(reading: Reading, sentence: Sentence, hit: Hit) -> tuple[int, int] | None:
    """The extent of a name in capitals about the head, if there is one."""
    token = sentence.tokens[hit.first]
    if reading.pack.lexicon.names.style == "article":
        if not token.word.startswith(("ال", "وال", "بال", "لل")):
            return None
    elif not _capital(sentence, hit):
        return None
    first, last = _extent(reading, sentence, hit)
    if sentence.headline and first == 0:
        return None
    return (first, last) if (first, last) != (hit.first, hit.last) else None


def _edition(
    reading: Reading, sentence: Sentence, hit: Hit, number: tuple[int, int], extent: tuple[int, int]
) -> Spot:
    """An edition; its forum has the same words without the number."""
    first, last = min(extent[0], number[1]), max(extent[1], number[1] + 1)
    last = _over_number(sentence, reading, last)
    start, end = sentence.text_start(first), sentence.text_end(last)
    name = reading.text[start:end]
    event = reading.draft(
        f"event:{plain(name)}",
        Draft("Event", name, _sub(hit), head=_words(sentence, hit)),
    )
    event.attributes["number"] = (
        number[0],
        sentence.tokens[number[1]].start,
        sentence.tokens[number[1]].end,
    )
    begin = max(first, extent[0]) if number[1] < extent[0] else first
    series = _without(sentence, reading, begin, last, number[1])
    forum = reading.draft(
        f"forum:{plain(series)}", Draft("Forum", series, head=_words(sentence, hit))
    )
    forum.spans[start, end] = None
    sentence.spots.append(Spot(forum, first, last, "edition", last))
    return Spot(event, first, last, reach=last)


def _over_number(sentence: Sentence, reading: Reading, last: int) -> int:
    """Further over links and capitals after a number that interrupted the name."""
    return names.right(sentence, reading.pack, last) if last < len(sentence.tokens) else last


def _without(sentence: Sentence, reading: Reading, first: int, last: int, at: int) -> str:
    """The words of a name without its number, nor the link before it."""
    skip = {at}
    if at > first and sentence.at("link", at - 1):
        skip.add(at - 1)
    kept = [sentence.tokens[i] for i in range(first, last) if i not in skip]
    parts = []
    for previous, token in zip([None, *kept], kept, strict=False):
        glue = previous is not None and previous.end == token.start
        parts.append(token.text if previous is None or glue else f" {token.text}")
    return "".join(parts)


def _named_event(reading: Reading, sentence: Sentence, hit: Hit, extent: tuple[int, int]) -> Spot:
    first, last = extent
    skip = hit.skip * (first == hit.first)
    name = reading.text[sentence.text_start(first) + skip : sentence.text_end(last)]
    head = _words(sentence, hit)
    series = sentence.at("series", hit.first) is not None
    kind = "Forum" if series else "Event"
    draft = reading.draft(
        f"{kind.lower()}:{plain(name)}",
        Draft(kind, name, None if series else _sub(hit), head=head),
    )
    return Spot(draft, first, last, reach=last)


def _plain_event(
    reading: Reading, sentence: Sentence, hit: Hit, latest: list[Draft]
) -> Spot | None:
    """A meeting, course or visit without a name of its own."""
    if hit.category == "forums" or sentence.headline:
        return None
    pack = reading.pack
    kind = article(sentence, hit, pack)
    end = phrase_end(sentence, hit.last, pack, ("word:with", "weekdays", "relative"))
    head = _words(sentence, hit)
    articles = bool(pack.lexicon.words.get("indefinite")) or pack.language == "ar"
    before = next((d for d in reversed(latest) if d.head.split()[-1:] == head.split()[-1:]), None)
    before = before or next((d for d in reversed(latest) if d.sub == _sub(hit)), None)
    if kind in ("definite", "possessive") and before and (end == hit.last or before.head == head):
        first = hit.first - (sentence.at("word:definite", hit.first - 1) is not None)
        return Spot(before, first, hit.last, "back", hit.last)
    if not kind and sentence.at("weak_events", hit.first):
        counted = hit.first > 0 and sentence.at("numbers", max(0, hit.first - 2))
        if articles and not counted:
            return None
        if not articles and end == hit.last and not sentence.at("verb:held", end):
            return Spot(before, hit.first, hit.last, "back", hit.last) if before else None
    first = hit.first
    start = sentence.text_start(first) + hit.skip
    name = reading.text[start : sentence.text_end(end)]
    draft = reading.draft(
        f"event:{plain(name)}:{sentence.start if end == hit.last else ''}",
        Draft("Event", name, _sub(hit), head=head),
    )
    draft.spans[start, sentence.text_end(end)] = None
    if kind == "indefinite":
        with_article(sentence, hit, draft, end)
    return Spot(draft, first, hit.last, reach=end)


def _sub(hit: Hit) -> str | None:
    if hit.category == "forums":
        return "Conference"
    return None if hit.value == "Event" else hit.value


def _words(sentence: Sentence, hit: Hit) -> str:
    return " ".join(t.word for t in sentence.tokens[hit.first : hit.last])
