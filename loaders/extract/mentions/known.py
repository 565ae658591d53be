"""The gazetteer: countries, and bodies that are the same in every text."""

from __future__ import annotations

from loaders.extract.reading import Draft, Reading, Sentence, Spot
from loaders.lexicon.pack import regions_of
from loaders.lexicon.phrases import Hit
from loaders.text.tokens import Token, plain

PARTICLES = frozenset({"Al", "El", "al", "el", "bin"})
"""Words before the name of a country by which it is part of a person's name."""
MONEY = frozenset("$€£")


STROKES, DASHES = frozenset("/|"), frozenset("-–—.")

SOURCES = frozenset({"afp", "dpa", "epd", "rtr", "dapd"})
"""News agencies that are written in small letters too."""

ASIDE = 7
"""Words within which an aside between commas ends."""


def find_known(reading: Reading) -> None:
    """Known bodies, forums, agreements and laws."""
    for sentence in reading.holding("known", "organisation"):
        for hit in sentence.hits.get("known", ()):
            if not _written_as_name(reading, sentence, hit):
                continue
            body = reading.pack.known[hit.value]
            if body.kind == "Agreement" and _of_another_name(reading, sentence, hit):
                continue
            draft = reading.draft(
                hit.value,
                Draft(body.kind, body.name, body.sub, body.country, (hit.value,)),
            )
            last = _over_subject(sentence, hit.last) if body.kind == "Agreement" else hit.last
            reading.note(sentence, Spot(draft, hit.first, last, reach=last), hit.skip)
        for hit in sentence.hits.get("organisation", ()):
            _organisation(reading, sentence, hit)


def _over_subject(sentence: Sentence, last: int) -> int:
    """Past what a treaty is on, where a text adds it: "Convenção de X sobre o Cibercrime"."""
    link = sentence.at("link", last)
    start = link.last if link else last
    start += sentence.at("word:definite", start) is not None
    topic = sentence.at("topics", start) if link else None
    return topic.last if topic is not None else last


def _of_another_name(reading: Reading, sentence: Sentence, hit: Hit) -> bool:
    """Whether a treaty's name is the end of a longer one: "the Ibero-American Convention on"."""
    before = sentence.tokens[hit.first - 1] if hit.first else None
    return bool(
        before
        and reading.pack.lexicon.names.head_last
        and before.is_word
        and before.capital
        and sentence.tokens[hit.first].capital
        and not sentence.headline
        and not sentence.spot_at(hit.first - 1)
        and not sentence.at("word:definite", hit.first - 1)
    )


def _organisation(reading: Reading, sentence: Sentence, hit: Hit) -> None:
    """A company, party or newspaper that all know; the publisher of the text is none of it."""
    sub, _, name = hit.value.partition(":")
    if sentence.aside or sentence.spot_at(hit.first) or _is_byline(sentence, hit):
        return
    if plain(name) in plain(reading.document.publisher or ""):
        return
    words = " ".join(t.text for t in sentence.tokens[hit.first : hit.last])
    if words.isupper() and f"({words})" in reading.text:
        return  # an acronym that the text itself explains
    label = None if sub == "Organization" else sub
    draft = reading.draft(f"body:{plain(name)}", Draft("Organization", name, label))
    reading.note(sentence, Spot(draft, hit.first, hit.last, reach=hit.last))


def _is_byline(sentence: Sentence, hit: Hit) -> bool:
    """Whether a name is a source's at the head or end of a text: between strokes, or in brackets
    that stand at an end, or hold other names too: "(AP, Reuters)"."""
    tokens = sentence.tokens
    first, last = hit.first - 1, hit.last
    if any(i in range(len(tokens)) and tokens[i].text in STROKES for i in (first, last)):
        return True
    while first > 0 and (tokens[first].text == "," or _is_source(tokens[first])):
        first -= 1
    while last < len(tokens) and (tokens[last].text == "," or _is_source(tokens[last])):
        last += 1
    if first < 0 or last >= len(tokens) or (tokens[first].text, tokens[last].text) != ("(", ")"):
        return False
    several = any(t.text == "," for t in tokens[first:last])
    return several or last + 1 == len(tokens) or tokens[last + 1].text in DASHES


def _is_source(token: Token) -> bool:
    return token.capital or token.text.lower() in SOURCES


def find_countries(reading: Reading) -> None:
    """Countries by name, by demonym, and by their capital where it stands for the government."""
    for sentence in reading.holding("country"):
        capitals: list[Hit] = []
        for hit in sentence.hits.get("country", ()):
            how, _, code = hit.value.partition(":")
            if how in ("town", "none"):
                continue
            if hit.first and sentence.tokens[hit.first - 1].text in PARTICLES:
                continue
            if hit.last < len(sentence.tokens) and sentence.tokens[hit.last].text in MONEY:
                continue  # "US$5 million"
            inside = sentence.spot_at(hit.first)
            if inside and (inside.draft.kind == "Country" or _holds(inside, hit, code)):
                continue
            if how == "capital":
                capitals.append(hit)
            elif _written_as_name(reading, sentence, hit):
                _note(reading, sentence, hit, code, how)
        for hit in capitals:
            if _is_government(sentence, hit, capitals, reading.pack.lexicon.names.style):
                _note(reading, sentence, hit, hit.value.partition(":")[2], "capital")


def find_regional(reading: Reading) -> None:
    """ "The East African country": the last country named before that lies there."""
    seen: list[Draft] = []
    for sentence in reading.holding("regions", "Country") if reading.holding("regions") else ():
        regional = {h.last: h for h in sentence.hits.get("regions", ())}
        spots = {s.first: s for s in sentence.of("Country")}
        for i in range(len(sentence.tokens)):
            if spot := spots.get(i):
                seen.append(spot.draft)
            hit = regional.get(i)
            if hit is None or not sentence.at("word:land", i):
                continue
            draft = next(
                (d for d in reversed(seen) if hit.value in regions_of((d.reference or "")[-2:])),
                None,
            )
            if draft is not None:
                first = hit.first - bool(sentence.at("word:definite", hit.first - 1))
                reading.note(sentence, Spot(draft, first, i + 1, "back", i + 1))


def _holds(inside: Spot, hit: Hit, code: str) -> bool:
    """Whether words are part of a longer name, and not of one that says its own country."""
    return inside.last - inside.first > hit.last - hit.first and inside.draft.country != code


def _note(reading: Reading, sentence: Sentence, hit: Hit, code: str, how: str) -> None:
    """Keep a country, with a word for state right before its name: "Республика Корея"."""
    land = sentence.at("word:land", hit.first - 1) if hit.first else None
    state = sentence.at("word:land", hit.last) if how == "demonym" else None
    last = hit.last
    if state and sentence.tokens[state.first].capital:
        how, last = "name", state.last  # "Литовская Республика"
    elif how == "demonym" and land and not sentence.tokens[land.first].capital:
        land = None
    elif how == "demonym" and land:
        how = "name"  # "República Argentina"
    first, skip = (land.first, land.skip) if land else (hit.first, hit.skip)
    reading.note(sentence, Spot(reading.country(code), first, last, how, last), skip)


def _written_as_name(reading: Reading, sentence: Sentence, hit: Hit) -> bool:
    """Whether it begins with a capital, where the language would write one."""
    capitals = reading.pack.lexicon.names.capitals
    if capitals == "none" or (hit.value.startswith("demonym") and capitals != "peoples"):
        return True
    return any(t.capital for t in sentence.tokens[hit.first : hit.last])


def _is_government(sentence: Sentence, hit: Hit, capitals: list[Hit], style: str) -> bool:
    """Whether a capital acts: it is paired with another, or begins a clause and a verb follows.

    After "in", "at" or in a dateline it is a town.
    """
    tokens = sentence.tokens
    before = hit.first - 1
    if (
        not tokens[hit.first].capital
        and tokens[hit.first].text[0].lower() != tokens[hit.first].text[0].upper()
    ):
        return False
    if before >= 0 and sentence.ends("word:in", before):
        return False
    if not sentence.spots and sentence.headline:
        return False
    led = before >= 0 and (sentence.ends("word:to", before) or tokens[before].word == "у")
    if style == "genitive" and led:
        return True  # "обратилась к Бангкоку", "запросила у Бангкока": of no town
    if sentence.ends("word:with", before) and not sentence.ends("word:and", before):
        return True
    before -= sentence.ends("word:to", before)
    if any(sentence.ends(c, before) for c in ("deed:ask", "deed:thank")):
        return True  # "we have asked Lima to send"
    if hit.first == 0 and _wants_after_aside(sentence, hit):
        return True
    if _is_asked(sentence, hit.first):
        return True
    after = tokens[hit.last] if hit.last < len(tokens) else None
    if after is None or after.text in {".", "–", "—", "(", ":", ","}:
        return False
    countries = [h for h in sentence.hits["country"] if h is not hit]
    for other in countries:
        near, far = (other, hit) if other.first < hit.first else (hit, other)
        joint = range(near.last, far.first)
        if len(joint) == 1 and (
            tokens[near.last].text in {"-", "–"} or sentence.at("word:and", near.last)
        ):
            return not sentence.ends("word:in", near.first - 1)
    return any(
        sentence.at(f"verb:{verb}", hit.last)
        for verb in (
            ("intend", "request", "agree", "say", "sign") if hit.first else ("intend", "say")
        )
    )


def _is_asked(sentence: Sentence, i: int) -> bool:
    """Whether something is asked of who is named at token `i`: "asked Lima", "pidió a Quito"."""
    before = i - (sentence.at("word:to", i - 1) is not None)
    asked = any(sentence.ends("verb:request", j - 1) for j in (i, before))
    return asked and not sentence.ends("verb:invite", before - 1)


def _wants_after_aside(sentence: Sentence, hit: Hit) -> bool:
    """Whether a verb of wanting follows what stands between two commas: "Oslo, for its part,
    wishes to"."""
    tokens = sentence.tokens
    if hit.last >= len(tokens) or tokens[hit.last].text != ",":
        return False
    for i in range(hit.last + 1, min(len(tokens) - 1, hit.last + ASIDE)):
        if sentence.at("country", i):
            return False
        if tokens[i].text == ",":
            return any(sentence.at(f"verb:{v}", i + 1) for v in ("intend", "request"))
    return False
