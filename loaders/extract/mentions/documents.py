"""Agreements, laws and strategies: named ones, and particular ones without a name."""

from __future__ import annotations

from loaders.extract.mentions import names
from loaders.extract.mentions.name_words import opens
from loaders.extract.mentions.phrases import (
    article,
    before_place,
    key,
    number_beside,
    over_adjectives,
    over_quotes,
    phrase_end,
    surfaces,
)
from loaders.extract.reading import Draft, Reading, Sentence, Spot
from loaders.lexicon.pack import Pack
from loaders.lexicon.phrases import Hit
from loaders.text.dates import YEAR

SIGNED = 6
"""Words around "the treaty" within which it is told who signed it."""

NUMBER_SIGNS = 3
"""Words and marks that stand before the number of a law: n, °, a full stop."""


def find_agreements(reading: Reading) -> None:
    """Memorandums, treaties and other agreements, with the phrases that lead back to them."""
    latest: Draft | None = None
    of_kind: dict[str, Draft] = {}
    for sentence in reading.holding("agreements", "agreement_references"):
        hits = [
            *sentence.hits.get("agreements", ()),
            *sentence.hits.get("agreement_references", ()),
        ]
        for hit in sorted(hits, key=lambda h: (h.first, -h.last, h.category)):
            covering = sentence.spot_at(hit.first)
            if covering and covering.how != "demonym" and covering.draft.kind != "Country":
                if covering.draft.kind == "Agreement":
                    latest = of_kind[hit.value] = covering.draft
                continue
            if _is_none(sentence, hit):
                continue
            meant = of_kind.get(hit.value, latest)
            spot = _agreement(reading, sentence, hit, meant)
            if spot is not None:
                reading.note(sentence, spot, hit.skip * (spot.first == hit.first))
                latest = spot.draft
                of_kind[hit.value] = spot.draft


def _is_none(sentence: Sentence, hit: Hit) -> bool:
    """Whether there is no such agreement: "no extradition treaty", "ningún acuerdo"."""
    before = (hit.first - 1, hit.first - 2)
    return any(sentence.ends("word:any", i) and sentence.ends("verb:deny", i) for i in before)


def _agreement(reading: Reading, sentence: Sentence, hit: Hit, latest: Draft | None) -> Spot | None:
    """The agreement that a head speaks of; None where it is a word in passing."""
    pack = reading.pack
    kind = article(sentence, hit, pack)
    end = phrase_end(sentence, hit.last, pack, ("weekdays", "relative"))
    end = before_place(sentence, hit.last, end)
    if _in_brackets_after(sentence, hit, latest):
        return Spot(latest, hit.first, hit.last, "acronym", hit.last) if latest else None
    articles = pack.lexicon.names.articles
    bare = end == hit.last
    leads_back = kind in ("definite", "possessive") or (
        not articles and bare and latest is not None and kind != "indefinite"
    )
    told = latest is None and hit.category == "agreements" and _is_signed(sentence, hit)
    if hit.category == "agreement_references" or (leads_back and bare and not told):
        if latest is None or not leads_back:
            return None
        first = hit.first - (
            kind == "definite" and sentence.at("word:definite", hit.first - 1) is not None
        )
        return Spot(latest, first, hit.last, "back", hit.last)
    follow = pack.lexicon.names.determiners_follow
    ahead = None if follow else number_beside(sentence, hit, numbers_follow=False)
    number = ahead or number_beside(sentence, hit, follow)
    if sentence.at("plurals", hit.first) and not (number and number > 1):
        return None
    capital = sentence.tokens[hit.first].capital
    general = articles or (bare and not _is_signed(sentence, hit))
    if general and not kind and number is None and hit.value == "Agreement" and not capital:
        return None
    spot = _new_agreement(reading, sentence, hit, end, ahead)
    for begin, stop in surfaces(sentence, spot.first, hit.last, spot.reach):
        spot.draft.spans[sentence.text_start(begin), sentence.text_end(stop)] = None
    return spot


def _is_signed(sentence: Sentence, hit: Hit) -> bool:
    """Whether it is told beside a noun who signed it: "the treaty that both signed", and between
    whom: "le mémorandum signé entre le Maroc et le Kenya"."""
    signed = (*sentence.hits.get("verb:sign", ()), *sentence.hits.get("verb:ratify", ()))
    return any(
        0 < h.first - hit.last <= SIGNED
        or 0 <= hit.first - h.last <= SIGNED
        or (h.first == hit.last and sentence.at("word:between", h.last) is not None)
        for h in signed
    )


def _new_agreement(
    reading: Reading, sentence: Sentence, hit: Hit, end: int, ahead: int | None
) -> Spot:
    """An agreement told of for the first time; `ahead` is how many, where that stands before."""
    text, pack = reading.text, reading.pack
    first = hit.first - 1 if ahead else hit.first
    last = hit.last
    capital = sentence.tokens[hit.first].capital and not sentence.headline
    if capital and pack.lexicon.names.style in ("capitals", "words"):
        last = _over_field(sentence, pack, names.right(sentence, pack, hit.last))
        if pack.lexicon.names.head_last and hit.value != "MoU":
            first = names.left(sentence, hit.first)
    if pack.lexicon.names.style == "genitive":
        first = over_adjectives(sentence, first)
    named = last > hit.last or first < hit.first
    if last > hit.last:
        end = last
    elif named:
        last = end
    name = text[sentence.text_start(first) : sentence.text_end(end)]
    known = f"agreement:{key(sentence, first, end, name)}"
    headed = reading.named.get(f"headline agreement:{hit.value}")
    if headed is not None and not sentence.headline:
        del reading.named[f"headline agreement:{hit.value}"]
        headed.name = name
        reading.named.setdefault(known, headed)
    sub = None if hit.value == "Agreement" else hit.value
    draft = reading.draft(known, Draft("Agreement", name, sub, head=_words(sentence, hit)))
    if sentence.headline and sentence.index < 3:
        reading.named.setdefault(f"headline agreement:{hit.value}", draft)
    draft.spans[sentence.text_start(first), sentence.text_end(end)] = None
    return Spot(draft, first, last if named else hit.last, reach=end)


def _over_field(sentence: Sentence, pack: Pack, last: int) -> int:
    """Past the field of an agreement: "Acordo de Cooperação + na Área de Segurança"."""
    within = sentence.at("word:in", last)
    start = within.last if within else last
    field = within and opens(sentence, start) and sentence.at("link", start + 1)
    if not field or sentence.beginning(start) or sentence.at("country", start):
        return last
    return names.right(sentence, pack, start + 1)


def _in_brackets_after(sentence: Sentence, hit: Hit, latest: Draft | None) -> bool:
    return latest is not None and hit.first > 0 and sentence.tokens[hit.first - 1].text == "("


def find_laws(reading: Reading) -> None:
    """Acts, bills and decrees with a name, and national strategies."""
    for sentence in reading.holding("laws", "strategies"):
        for hit in sentence.hits.get("laws", ()):
            _law(reading, sentence, hit, "Law", None if hit.value == "Law" else hit.value)
        for hit in sentence.hits.get("strategies", ()):
            _law(reading, sentence, hit, "Strategy", None)


def _law(reading: Reading, sentence: Sentence, hit: Hit, kind: str, sub: str | None) -> None:
    tokens, pack = sentence.tokens, reading.pack
    covering = sentence.spot_at(hit.first)
    if covering and covering.draft.kind != "Country":
        return
    token = tokens[hit.first]
    cased = token.text[0].lower() != token.text[0].upper()
    if cased and not token.capital and pack.lexicon.names.style == "capitals":
        return
    last = _over_number(sentence, names.right(sentence, pack, hit.last))
    quoted = over_quotes(sentence, last)
    named, last = quoted > last, quoted
    first = names.left(sentence, hit.first) if pack.lexicon.names.head_last else hit.first
    if _is_inner(sentence, hit, pack.lexicon.names.head_last):
        return
    year_at = next(
        (i for i in range(last, min(len(tokens), last + 3)) if YEAR.match(tokens[i].text)), None
    )
    small = cased and not token.capital
    several = kind == "Strategy" and hit.last - hit.first > 1  # a head that says which one
    if kind == "Strategy" and last - hit.first > 1 and sentence.has("verb:enact"):
        named = True  # "adopted a national cybersecurity strategy" speaks of a particular one
    bare = (first, last) == (hit.first, hit.last) and not several
    if year_at is None and (bare or (small and not named)):
        return
    if year_at is not None and not any(
        (sentence.at("word:year", i) and i == last and sentence.has("link", first, last))
        or sentence.at("word:in", i)
        or len(tokens[i].text) > 5
        for i in range(last, year_at)
    ):
        last = year_at + 1
    elif bare:
        return
    start, end = (
        sentence.text_start(first) + hit.skip * (first == hit.first),
        sentence.text_end(last),
    )
    name = reading.text[start:end]
    draft = reading.draft(
        f"law:{key(sentence, first, last, name)}",
        Draft(kind, name, sub, head=_words(sentence, hit)),
    )
    if kind == "Law" and year_at is not None:
        draft.attributes["year"] = (
            tokens[year_at].text,
            tokens[year_at].start,
            tokens[year_at].end,
        )
    reading.note(sentence, Spot(draft, first, last, reach=last), hit.skip * (first == hit.first))


def _is_inner(sentence: Sentence, hit: Hit, head_last: bool) -> bool:
    """Whether a word for a law is part of another name: "National Security and Law Enforcement",
    "Utawala wa Sheria wa"."""
    tokens = sentence.tokens
    if head_last:
        after = tokens[hit.last : hit.last + 1]
        inside = any(t.is_word and t.capital and not sentence.headline for t in after)
        return inside and not sentence.at("word:number", hit.last)
    before = sentence.ends("link", hit.first - 1) and hit.first > 1
    if before and sentence.ends("titles", hit.first - 2):
        return True  # "subsecretario de Política Criminal": what is looked after
    return before and tokens[hit.first].capital and tokens[hit.first - 2].capital


def _over_number(sentence: Sentence, last: int) -> int:
    """Past the number of a law: "n° 2019-12", "رقم 71"."""
    tokens = sentence.tokens
    i = last
    while i < min(len(tokens), last + NUMBER_SIGNS) and (
        sentence.at("word:number", i) or tokens[i].text in ".°º"
    ):
        i += 1
    if i >= len(tokens) or not tokens[i].text[0].isdigit():
        return last
    if i == last and YEAR.match(tokens[i].text):
        return last
    while i + 2 < len(tokens) and tokens[i + 1].text in "-/" and tokens[i + 2].text[0].isdigit():
        i += 2
    return i + 1


def _words(sentence: Sentence, hit: Hit) -> str:
    return " ".join(t.word for t in sentence.tokens[hit.first : hit.last])
