"""Events and forums: meetings, courses, visits, and the series they are editions of."""

from __future__ import annotations

from loaders.extract.mentions import names
from loaders.extract.mentions.event_words import (
    HOLDING,
    by_whom,
    given_name,
    is_general,
    is_particular,
)
from loaders.extract.mentions.name_words import run
from loaders.extract.mentions.numbering import NEAR, NUMBER, number_of, over_number
from loaders.extract.mentions.phrases import article, key, over_quotes, phrase_end, surfaces
from loaders.extract.reading import Draft, Reading, Sentence, Spot
from loaders.lexicon.phrases import Hit
from loaders.text.dates import YEAR
from loaders.text.tokens import plain

ANY = 2
"""Words around an event within which "any" makes it none."""

APART = ("word:stop", "word:definite", "word:indefinite", "word:possessive", "link", "join")
"""What ends the words of a phrase before its head."""


def find_events(reading: Reading) -> None:
    """Events with the phrases that lead back to them; an edition makes its forum known too."""
    latest: list[Draft] = []
    for sentence in reading.holding("events", "forums"):
        reach = 0
        for hit in _heads(sentence):
            covering = sentence.spot_at(hit.first)
            if (
                hit.first < reach
                or _is_other(sentence, hit.first)
                or (covering and covering.draft.kind != "Country")
            ):
                continue
            if spot := _event(reading, sentence, hit, latest):
                reading.note(sentence, spot, hit.skip * (spot.first == hit.first))
                reach = spot.last
                if spot.draft.kind == "Event":
                    latest.append(spot.draft)


def _is_other(sentence: Sentence, i: int) -> bool:
    """Whether a word belongs to no event: to one for the press, or to a Portuguese weekday, which
    holds the word for a fair (segunda-feira)."""
    hits = (h for c in ("weekdays", "word:no_event") for h in sentence.hits.get(c, ()))
    return any(h.first <= i < h.last for h in hits)


def _heads(sentence: Sentence) -> list[Hit]:
    """Event words, the longest where several begin together."""
    hits = [*sentence.hits.get("events", ()), *sentence.hits.get("forums", ())]
    return sorted(hits, key=lambda h: (h.first, -h.last, h.category))


def _event(reading: Reading, sentence: Sentence, hit: Hit, latest: list[Draft]) -> Spot | None:
    if sentence.has("word:any", hit.first - ANY, hit.last + ANY):
        return None  # "about signing any document": none in particular
    number = number_of(sentence, hit, _extent(reading, sentence, hit))
    named = _named(reading, sentence, hit)
    if number is not None and (named or _numbered_name(reading, sentence, hit, number[1] + 1)):
        return _edition(reading, sentence, hit, number, named or (hit.first, hit.last))
    if named:
        return _named_event(reading, sentence, hit, named)
    return _plain_event(reading, sentence, hit, latest)


def _numbered_name(reading: Reading, sentence: Sentence, hit: Hit, after: int) -> bool:
    """Whether a head in capitals and its number make a name; the first word of a sentence only
    where capitals go on after the number."""
    goes_on = hit.first > 0 or over_number(sentence, reading, after) > after
    return goes_on and _capital(sentence, hit)


def _extent(reading: Reading, sentence: Sentence, hit: Hit) -> tuple[int, int]:
    pack = reading.pack
    last = names.right(sentence, pack, hit.last)
    first = names.left(sentence, hit.first) if pack.lexicon.names.head_last else hit.first
    if last == hit.last and first == hit.first and hit.value == "Exercise":
        last = run(sentence, hit.last)  # Operation Sea Eagle
    if last < len(sentence.tokens) and YEAR.match(sentence.tokens[last].text) and last - first > 1:
        last += 1
    return first, over_quotes(sentence, last)


def _capital(sentence: Sentence, hit: Hit) -> bool:
    return sentence.tokens[hit.first].capital and not _title(sentence)


def _title(sentence: Sentence) -> bool:
    """Whether it is a title, whose capitals say nothing; a line with a date is a list's entry."""
    return sentence.headline and not sentence.has("months")


def _named(reading: Reading, sentence: Sentence, hit: Hit) -> tuple[int, int] | None:
    """The extent of a name in capitals about the head, if there is one."""
    token = sentence.tokens[hit.first]
    if reading.pack.lexicon.names.style == "article":
        if not token.word.startswith(("ال", "وال", "بال", "لل")):
            return None
    elif not _capital(sentence, hit):
        return None
    first, last = _extent(reading, sentence, hit)
    if _title(sentence) and first == 0:
        return None
    return (first, last) if (first, last) != (hit.first, hit.last) else None


def _edition(
    reading: Reading, sentence: Sentence, hit: Hit, number: tuple[int, int], extent: tuple[int, int]
) -> Spot:
    """An edition; its forum has the same words without the number."""
    first, last = min(extent[0], number[1]), max(extent[1], number[1] + 1)
    last = over_number(sentence, reading, last)
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
    reading.keep(sentence, Spot(forum, first, last, "edition", last))
    return Spot(event, first, last, reach=last)


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
        f"{kind.lower()}:{key(sentence, first, last, name)}",
        Draft(kind, name, None if series else _sub(hit), head=head),
    )
    return Spot(draft, first, last, reach=last)


def _plain_event(
    reading: Reading, sentence: Sentence, hit: Hit, latest: list[Draft]
) -> Spot | None:
    """A meeting, course or visit without a name of its own."""
    if hit.category == "forums" or _title(sentence):
        return None
    pack = reading.pack
    kind = article(sentence, hit, pack)
    before_head = pack.lexicon.names.head_last or pack.lexicon.names.style == "genitive"
    first = _front(sentence, hit) if before_head else hit.first
    end = phrase_end(sentence, hit.last, pack, ("word:with", "weekdays", "relative"))
    head = _words(sentence, hit)
    articles = pack.lexicon.names.articles
    before = next((d for d in reversed(latest) if d.head.split()[-1:] == head.split()[-1:]), None)
    before = before or next((d for d in reversed(latest) if d.sub == _sub(hit)), None)
    defined = any(
        sentence.at("word:stop", end) and sentence.at_any(HOLDING, i) for i in (end + 1, end + 2)
    )  # "the workshop that the Centre holds" is another than the one told of
    same = before and ((end == hit.last and not defined) or before.head == head)
    if before and same and first == hit.first and kind in ("definite", "possessive"):
        first = hit.first - (sentence.at("word:definite", hit.first - 1) is not None)
        return Spot(before, first, hit.last, "back", hit.last)
    if kind == "indefinite" and _is_purpose(sentence, hit):
        return None
    weak = first == hit.first and sentence.at("weak_events", hit.first) is not None
    if weak and kind == "definite" and is_general(reading, sentence, hit, end):
        return None
    if not kind and weak:
        counted = hit.first > 0 and sentence.at("numbers", max(0, hit.first - 2))
        if articles and not counted:
            return None
        if not articles and end == hit.last and not is_particular(sentence, hit, end):
            return Spot(before, hit.first, hit.last, "back", hit.last) if before else None
    start = sentence.text_start(first) + hit.skip * (first == hit.first)
    name = reading.text[start : sentence.text_end(end)]
    draft = reading.draft(
        f"event:{key(sentence, first, end, name)}:{sentence.start if end == hit.last else ''}",
        Draft("Event", name, _sub(hit), head=head),
    )
    draft.spans[start, sentence.text_end(end)] = None
    for begin, stop in surfaces(sentence, first, hit.last, end):
        skip = hit.skip * (begin == hit.first)
        draft.spans[sentence.text_start(begin) + skip, sentence.text_end(stop)] = None
    if named := given_name(sentence, end):
        draft.spans[start, sentence.text_end(named[1])] = None
        draft.spans[sentence.text_start(named[0]), sentence.text_end(named[1])] = None
        end = named[1]
    if by := by_whom(sentence, end):
        draft.spans[start, sentence.text_end(by)] = None
        end = by
    return Spot(draft, first, hit.last, reach=end)


def _is_purpose(sentence: Sentence, hit: Hit) -> bool:
    """Whether "for" is glued to an Arabic noun without article: "لتدريب القضاة", to train."""
    word = sentence.tokens[hit.first].word
    return hit.skip > 0 and word[: hit.skip].endswith("ل")


def _front(sentence: Sentence, hit: Hit) -> int:
    """Where a plain event's phrase begins: with its number ("second ordinary session"), its name
    ("the Black Sea conference") or the body that gives it ("an INTERPOL workshop")."""
    tokens = sentence.tokens
    first = hit.first
    while first > 1 and _proper(sentence, first - 1):
        first -= 1
    if first < hit.first:
        return first
    for i in range(hit.first - 1, max(-1, hit.first - 1 - NEAR), -1):
        spot = sentence.spot_at(i)
        if spot and spot.draft.kind in ("Organization", "Agency") and spot.last == i + 1:
            return spot.first
        if sentence.at("ordinals", i) or NUMBER.match(tokens[i].text):
            return i
        if not tokens[i].is_word or tokens[i].capital or sentence.at_any((*APART, *HOLDING), i):
            break
    return hit.first


def _proper(sentence: Sentence, i: int) -> bool:
    """Whether token `i` belongs to a name in capitals that nothing else claims."""
    token = sentence.tokens[i]
    used = (
        "weekdays", "months", "titles", "honorifics", "ranks", "country", "word:in",
        "word:indefinite", "word:definite", "word:possessive",
    )  # fmt: skip
    return (
        token.is_word
        and token.capital
        and not sentence.spot_at(i)
        and not any(sentence.at(c, i) for c in used)
    )


def _sub(hit: Hit) -> str | None:
    if hit.category == "forums":
        return "Conference"
    return None if hit.value == "Event" else hit.value


def _words(sentence: Sentence, hit: Hit) -> str:
    return " ".join(t.word for t in sentence.tokens[hit.first : hit.last])
