"""How far a post goes ("Permanent Secretary in the Ministry of ..."), and whose it is."""

from __future__ import annotations

from loaders.extract.mentions import names
from loaders.extract.mentions.name_words import namelike
from loaders.extract.reading import Draft, Reading, Sentence, Spot
from loaders.lexicon.phrases import Hit

OWNS = frozenset({"'s", "’s"})

LINKING = ("link", "word:in", "word:of", "word:to", "word:definite", "word:for")
"""What may stand between a post and whose it is."""


def post_extent(
    reading: Reading, sentence: Sentence, hit: Hit
) -> tuple[int, int, Spot | None, Draft | None]:
    """Where a post begins and ends, the body it names and the country it names."""
    first = hit.first
    while (
        first > 0
        and (sentence.at("deputy", first - 1) or sentence.ends("deputy", first - 1))
        and not sentence.spot_at(first - 1)
    ):
        first -= 1
    if hit.value == "minister":
        first = _over_portfolio(sentence, first)
    if reading.pack.lexicon.names.head_last:
        first = _over_capitals(sentence, first)
    last, body, country = hit.last, None, None
    before = owner_before(sentence, first)
    if before is not None:
        body, country = _sorted_owner(before)
    elif hit.value == "body" and sentence.at("word:possessive", first - 1):
        body = _last_body(reading, sentence, first)
    inner = [s for s in sentence.of("Agency", "Organization") if first < s.first < last]
    if inner:
        body, last = inner[0], max(last, inner[0].last, inner[0].reach)
    last, body, country = _complement(reading, sentence, hit, last, body, country)
    if body is None and country is None and reading.home:
        last, of_nation = _over_nation(sentence, first, last)
        country = reading.country(reading.home) if of_nation else None
    return first, last, body, country


def _over_nation(sentence: Sentence, first: int, last: int) -> tuple[int, bool]:
    """Past "of the government", and whether that stands after or before a post."""
    start = over_link(sentence, last)
    if start > last and (nation := sentence.at("word:nation", start)):
        return nation.last, True
    return last, sentence.ends("word:nation", first - 1)


def _over_portfolio(sentence: Sentence, first: int) -> int:
    """Back over what a minister is of: "Economy Minister", "Justice and Home Affairs Minister"."""
    while before := [h for h in sentence.hits.get("portfolios", ()) if h.last == first]:
        first = min(h.first for h in before)
        if first > 1 and sentence.at("join", first - 1) and sentence.ends("portfolios", first - 2):
            first -= 1
    return first


def _over_capitals(sentence: Sentence, first: int) -> int:
    """Back over capitals that say of what somebody is head, where an article, "'s" or a people's
    adjective stands before them: "Peru's National Cyber Security Coordinator"."""
    i = first
    while i > 0 and namelike(sentence, i - 1) and not sentence.spot_at(i - 1):
        i -= 1
    if i == first or i == 0:
        return first
    owned = sentence.tokens[i - 1].text in OWNS or sentence.at("word:definite", i - 1)
    people = any(s.last == i and s.how == "demonym" for s in sentence.of("Country"))
    return i if owned or people else first


def _last_body(reading: Reading, sentence: Sentence, first: int) -> Spot | None:
    """The body that "its Director" speaks of: the last one named before."""
    for earlier in (
        sentence,
        *reversed(reading.sentences[max(0, sentence.index - 2) : sentence.index]),
    ):
        bodies = [
            s
            for s in earlier.of("Agency", "Organization")
            if earlier is not sentence or s.last <= first
        ]
        if bodies:
            inner = {s.draft for s in bodies if _goes_on(earlier, s.first)}
            own = [s for s in bodies if s.draft not in inner]
            return Spot((own or bodies)[-1].draft, first, first)
    return None


def _goes_on(sentence: Sentence, i: int) -> bool:
    """Whether token `i` goes on with a name: "of the" stands before it."""
    i -= sentence.at("word:definite", i - 1) is not None
    return sentence.ends("link", i - 1) or sentence.ends("word:of", i - 1)


def _complement(
    reading: Reading,
    sentence: Sentence,
    hit: Hit,
    last: int,
    body: Spot | None,
    country: Draft | None,
) -> tuple[int, Spot | None, Draft | None]:
    """Over what the post is of: links, names, an adjective of a country, an acronym in brackets."""
    tokens, pack = sentence.tokens, reading.pack
    limit = min(len(tokens), last + 3 * names.LONGEST)
    while last < limit:
        also = sentence.at("word:and", last) if hit.value == "envoy" else None
        origin = sentence.at("word:from", last) if hit.value == "counterpart" else None
        link = also or origin
        spot = sentence.beginning(over_link(sentence, link.last if link else last))
        if spot is not None and spot.draft.kind in ("Agency", "Organization", "Country"):
            if spot.draft.kind == "Country":
                country = country or spot.draft
            elif body is None or (
                hit.value == "body" and spot.how == "name" and body.how != "name"
            ):
                body = spot
            last = max(spot.last, spot.reach)
            if last < len(tokens) and tokens[last].text in {"'s", "’s"}:
                last += 1
            continue
        if hit.value == "envoy" and (seat := _seat(sentence, last)):
            last = seat  # "посол Египта в Москве"
            continue
        if tokens[last].text == "(" and (close := _closing(sentence, last)):
            last = close + 1
            continue
        if (
            tokens[last].text == ","
            and body is None
            and (
                (after := sentence.beginning(last + 1)) is not None
                and after.draft.kind in ("Agency", "Organization")
            )
        ):
            body, last = after, max(after.last, after.reach)
            continue
        if hit.value == "minister" and (matter := _portfolio(sentence, last)):
            last = matter
            continue
        further = names.right(sentence, pack, last)
        if further == last or (body is not None and further > body.first >= last):
            break
        if _is_name_start(sentence, last):
            break
        inner = next(
            (
                s
                for s in sentence.of("Agency", "Organization", "Country")
                if last <= s.first < further
            ),
            None,
        )
        last = inner.first if inner is not None and inner.first > last else further
        if inner is not None and inner.first == last:
            continue
    return last, body, country


def _portfolio(sentence: Sentence, i: int) -> int | None:
    """Where what a minister is of ends, in small letters too: "of trade", "and industry"."""
    link = sentence.at("link", i) or sentence.at("word:of", i) or sentence.at("join", i)
    matter = sentence.at("portfolios", link.last) if link else None
    return matter.last if matter else None


def _seat(sentence: Sentence, i: int) -> int | None:
    """Where "in" and the town where somebody is posted end, if they begin at token `i`."""
    link = sentence.at("word:in", i)
    town = sentence.at("country", link.last) if link else None
    return town.last if town and town.value.startswith(("capital", "town")) else None


def over_link(sentence: Sentence, i: int) -> int:
    """Past "of the", "in", "à la": to the name that may follow."""
    for _ in range(3):
        if not sentence.at_any(LINKING, i):
            break
        i = next(hit.last for c in LINKING if (hit := sentence.at(c, i)))
    return i


def _is_name_start(sentence: Sentence, i: int) -> bool:
    """Whether capitals right after a post are a person, not what the post is of."""
    token = sentence.tokens[i]
    further = sentence.tokens[i + 1 : i + 2]
    acronym = len(token.text) > 1 and token.text.isalpha() and token.text.isupper()
    if (
        acronym
        and not sentence.shouting
        and further
        and further[0].capital
        and not further[0].text.isupper()
    ):
        return False  # "rector of MIT Jane Doe", where no "of" stands
    return sentence.at("link", i) is None and token.capital


def _closing(sentence: Sentence, i: int) -> int | None:
    return next(
        (
            j
            for j in range(i + 1, min(i + 5, len(sentence.tokens)))
            if sentence.tokens[j].text == ")"
        ),
        None,
    )


def owner_before(sentence: Sentence, first: int) -> Spot | None:
    """The body or country before a post: "Kenya's", "Rwandan", "UNODC's"."""
    i = first - 1
    if i > 0 and sentence.tokens[i].text in {"'s", "’s", "'", "’"}:
        i -= 1
    if i < 0:
        return None
    spot = next((s for s in sentence.spots if s.last == i + 1), None)
    if spot is None or spot.draft.kind not in ("Country", "Agency", "Organization"):
        return None
    if spot.draft.kind == "Country" and spot.how == "name" and i == first - 1:
        small = sentence.tokens[first].text[0].islower()
        the = sentence.at("word:definite", spot.first - 1)  # "the US ambassador"
        return None if small and not the else spot
    return spot


def _sorted_owner(spot: Spot) -> tuple[Spot | None, Draft | None]:
    return (None, spot.draft) if spot.draft.kind == "Country" else (spot, None)
