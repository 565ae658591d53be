"""The gazetteer: countries, and bodies that are the same in every text."""

from __future__ import annotations

from loaders.extract.reading import Draft, Reading, Sentence, Spot
from loaders.lexicon.pack import regions_of
from loaders.lexicon.phrases import Hit

SCRIPTS_WITH_CAPITALS = frozenset({"en", "sw", "fr", "pt", "es", "ru"})
COUNTRY_WORDS = frozenset({"country", "nation", "state", "kingdom", "republic"})

CAPITAL_DEMONYMS = frozenset({"en", "sw"})
"""Languages that write "Kenyan" with a capital."""


def find_known(reading: Reading) -> None:
    """Known bodies, forums, agreements and laws."""
    for sentence in reading.sentences:
        for hit in sentence.hits.get("known", ()):
            if not _written_as_name(reading, sentence, hit):
                continue
            body = reading.pack.known[hit.value]
            draft = reading.draft(
                hit.value,
                Draft(body.kind, body.name, body.sub, body.country, (hit.value,)),
            )
            reading.note(sentence, Spot(draft, hit.first, hit.last, reach=hit.last), hit.skip)


def find_countries(reading: Reading) -> None:
    """Countries by name, by demonym, and by their capital where it stands for the government."""
    for sentence in reading.sentences:
        capitals: list[Hit] = []
        for hit in sentence.hits.get("country", ()):
            how, _, code = hit.value.partition(":")
            inside = sentence.spot_at(hit.first)
            if how == "town" and reading.pack.language != "en":
                continue
            if inside and inside.draft.kind == "Country":
                continue
            if hit.first and sentence.tokens[hit.first - 1].text in {"Al", "El", "al", "el", "bin"}:
                continue  # part of a person's name
            if how == "none" or (inside and inside.last - inside.first > hit.last - hit.first):
                continue
            if how in ("capital", "town"):
                capitals.append(hit)
            elif _written_as_name(reading, sentence, hit):
                _note(reading, sentence, hit, code, how)
        for hit in capitals:
            if _is_government(sentence, hit, capitals):
                _note(reading, sentence, hit, hit.value.partition(":")[2], "capital")


def find_regional(reading: Reading) -> None:
    """ "The East African country": the last country named before that lies there."""
    seen: list[Draft] = []
    for sentence in reading.sentences:
        regional = {h.last: h for h in sentence.hits.get("regions", ())}
        spots = {s.first: s for s in sentence.of("Country")}
        for i, token in enumerate(sentence.tokens):
            if spot := spots.get(i):
                seen.append(spot.draft)
            hit = regional.get(i)
            if hit is None or token.word not in COUNTRY_WORDS:
                continue
            draft = next(
                (d for d in reversed(seen) if hit.value in regions_of((d.reference or "")[-2:])),
                None,
            )
            if draft is not None:
                first = hit.first - bool(sentence.at("word:definite", hit.first - 1))
                reading.note(sentence, Spot(draft, first, i + 1, "back", i + 1))


def _note(reading: Reading, sentence: Sentence, hit: Hit, code: str, how: str) -> None:
    spot = Spot(reading.country(code), hit.first, hit.last, how, hit.last)
    reading.note(sentence, spot, hit.skip)


def _written_as_name(reading: Reading, sentence: Sentence, hit: Hit) -> bool:
    """Whether it begins with a capital, where the language would write one."""
    language = reading.pack.language
    if language not in SCRIPTS_WITH_CAPITALS:
        return True
    first = sentence.tokens[hit.first]
    if hit.value.startswith("demonym") and language not in CAPITAL_DEMONYMS:
        return True
    return first.capital or any(t.capital for t in sentence.tokens[hit.first : hit.last])


def _is_government(sentence: Sentence, hit: Hit, capitals: list[Hit]) -> bool:
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
