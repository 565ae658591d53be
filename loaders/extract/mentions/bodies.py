"""Bodies by the head of their name: ministries, authorities, associations, companies."""

from __future__ import annotations

from graph.vocabulary import SCHEMA
from loaders.extract.mentions import memory
from loaders.extract.mentions.acronyms import (
    ACRONYM_KEY,
    acronym_after,
    explained,
    find_acronyms,
    initials,
    name_by_acronym,
    quoted,
)
from loaders.extract.mentions.body_names import extent, introduced
from loaders.extract.mentions.name_words import run
from loaders.extract.mentions.phrases import bare, key
from loaders.extract.mentions.teams import TEAM, find_teams
from loaders.extract.reading import Draft, Reading, Sentence, Spot, code_of, pair
from loaders.lexicon.phrases import Hit
from loaders.text.tokens import plain

LONG_NAME = 3
"""Words from which names that are nearly the same are one body's."""

OTHER_WORDS = 5
"""Of how many words in two names of one body one may be another."""

SAME_WORDS = 1 - 1 / OTHER_WORDS
"""Share of words that two names of one body have in common."""

STATES = frozenset(["Ministry", "Police", "Military", "Parliament", "Embassy"])
"""Bodies that are a state's, whatever their name holds."""

MANAGING = frozenset({plain("إدارة")})
"""What is a body's head, and the word for managing in another's name."""

INITIALS = 3
"""Letters from which the initials of a name stand for it without being explained."""

ORGANIZATION_SUBS = frozenset(SCHEMA.kind("Organization").sub_labels) | {"Organization"}


def find_bodies(reading: Reading) -> None:
    """Names of bodies that the gazetteer does not know, with their acronyms."""
    heads: set[str] = set()
    style = reading.pack.lexicon.names.style
    small = style == "words"
    for sentence in reading.holding("bodies"):
        reach = 0
        for hit in sentence.hits.get("bodies", ()):
            if _whose(sentence, hit, reach):
                _note_inner(reading, sentence, hit, reach)
                continue
            if hit.first < reach or _inside_name(sentence, hit.first) or _in_state(sentence, hit):
                continue
            title = sentence.at("titles", hit.first)
            if sentence.at_any(("word:in_house", "boilerplate"), hit.first) or (
                title and title.last > hit.last
            ):
                continue  # the press office of a contact line; "Police Chief": a post
            if small and _in_title(sentence, hit):
                continue  # "presidente del consejo de administración": no body of that name
            first, last = extent(reading, sentence, hit.first, hit.last)
            if last is None and (named := introduced(reading, sentence, hit)):
                first, last = named
            if last is None:
                continue
            short = last
            if hit.value == "Embassy" and (seat := sentence.at("word:in", last)):
                town = sentence.at("country", seat.last)
                last = town.last if town is not None else run(sentence, seat.last)
                last = short if last == seat.last else last
            if (inner := _apposed(reading, sentence, hit, last)) is not None:
                reading.note(sentence, Spot(inner.draft, first, last, reach=last))
                continue
            if style == "article" and last == hit.last and bare(sentence, hit) in heads:
                continue  # "the General Secretariat": the one told of before
            if style == "article":
                last = _over_country(sentence, last)
            reach = last
            heads.add(head := bare(sentence, hit))
            skip = hit.skip * (first == hit.first)
            _note(reading, sentence, first, last, hit.value, head, skip)
            if short < last and (spot := sentence.beginning(first)):
                start = sentence.text_start(first) + skip
                spot.draft.spans[start, sentence.text_end(short)] = None
    for sentence in reading.holding("Agency", "Organization"):
        for spot in sentence.of("Agency", "Organization"):
            acronym = acronym_after(sentence, spot.last) if spot.how == "name" else None
            if acronym is not None and sentence.spot_at(acronym) is None:
                name_by_acronym(reading, sentence, spot.draft, acronym)
    acronyms = {
        name.removeprefix(ACRONYM_KEY): draft
        for name, draft in reading.named.items()
        if name.startswith(ACRONYM_KEY)
    }
    has_teams = TEAM.search(reading.text) is not None
    for sentence in reading.sentences:
        find_acronyms(reading, sentence, acronyms)
        if has_teams:
            find_teams(reading, sentence)
        _find_shared(reading, sentence)


def _in_state(sentence: Sentence, hit: Hit) -> bool:
    """Whether a head lies in the words for a head of government: "President of the Council"."""
    return any(
        t.value == "state" and t.first < hit.first < t.last for t in sentence.hits.get("titles", ())
    )


def _in_title(sentence: Sentence, hit: Hit) -> bool:
    """Whether a head lies in the words for a post, which end with it only where it is written as a
    name ("chefe do Gabinete de Segurança")."""
    small = not sentence.tokens[hit.first].capital
    titles = [t for t in sentence.hits.get("titles", ()) if t.first < hit.first < t.last]
    return any(small or t.last > hit.last for t in titles)


def _whose(sentence: Sentence, hit: Hit, reach: int) -> bool:
    """Whether "of" is glued to the head of an Arabic body inside a name: the name is that one's."""
    inside = hit.skip > 0 and hit.first < reach
    return inside and sentence.tokens[hit.first].word.startswith(("ل", "ول"))


def _note_inner(reading: Reading, sentence: Sentence, hit: Hit, last: int) -> None:
    """Keep the body that a longer name ends with: "the Secretariat of the Council"."""
    head = bare(sentence, hit)
    known = sentence.beginning(hit.first) is not None
    if last > hit.last and not known and head not in MANAGING:
        _note(reading, sentence, hit.first, last, hit.value, head, hit.skip)


def _apposed(reading: Reading, sentence: Sentence, hit: Hit, last: int) -> Spot | None:
    """The known body after its class: "Chama cha CCM", the party CCM, where links do that."""
    style = reading.pack.lexicon.names
    link = sentence.at("link", hit.last)
    if style.style != "capitals" or style.head_last or link is None:
        return None
    inner = sentence.beginning(link.last)
    whole = inner is not None and inner.last == last and inner.draft.kind == "Organization"
    return inner if whole and sentence.at("sign:groups", hit.first) else None


def _over_country(sentence: Sentence, last: int) -> int:
    """Past a country that a preposition glued to it makes part of a name: "in Egypt"."""
    spot = sentence.beginning(last)
    hits = [h for h in sentence.hits.get("country", ()) if h.first == last and h.skip]
    country = spot is not None and spot.draft.kind == "Country"
    return spot.last if spot is not None and country and hits else last


def _inside_name(sentence: Sentence, i: int) -> bool:
    if any(h.first < i < h.last for h in sentence.hits.get("topics", ())):
        return True  # "organized crime" names no organisation
    spot = sentence.spot_at(i)
    return spot is not None and spot.how in ("name", "acronym")


def _note(
    reading: Reading, sentence: Sentence, first: int, last: int, sub: str, head: str, skip: int
) -> None:
    name = reading.text[sentence.text_start(first) + skip : sentence.text_end(last)]
    if name.startswith("لل"):
        name = "ال" + name[2:]  # "for the" ate the first letter of the article
    kind = "Organization" if sub in ORGANIZATION_SUBS else "Agency"
    label = None if sub in ("Agency", "Organization") else sub
    organ = sub not in STATES and _is_organ(sentence, first, last)
    open_ = sub == "Parliament" or sub not in STATES  # states have parliaments in common
    shared = organ or (open_ and _is_international(sentence, first, last))
    if kind == "Agency" and shared:
        kind, label = "Organization", "Intergovernmental"
    country = next(
        (
            h.value.partition(":")[2]
            for h in sentence.hits.get("country", ())
            if first <= h.first < last and not h.value.startswith(("none", "capital"))
        ),
        None,
    )
    acronym = acronym_after(sentence, last)
    known = sentence.spot_at(acronym) if acronym is not None else None
    draft = explained(sentence, known, first, last) if known is not None else None
    draft = (
        draft
        or _alike(reading, kind, name)
        or reading.draft(
            f"body:{key(sentence, first, last, name)}", Draft(kind, name, label, country, head=head)
        )
    )
    _known_without_country(reading, sentence, first, last, draft)
    if len(name) > len(draft.name) and not name.isupper():
        draft.name = name
    memory.remember(reading, draft)
    if (short := quoted(sentence, first, last)) is not None:
        reading.named.setdefault(f"{ACRONYM_KEY}{short}", draft)
    reading.note(sentence, Spot(draft, first, last, reach=last + 3 * (acronym is not None)), skip)
    if acronym is not None:
        name_by_acronym(reading, sentence, draft, acronym)
    elif len(letters := initials(sentence, first, last)) >= INITIALS:
        reading.named.setdefault(f"{ACRONYM_KEY}{letters}", draft)


def _known_without_country(
    reading: Reading, sentence: Sentence, first: int, last: int, draft: Draft
) -> None:
    """Let what a name says before its country lead to the same body: "the Ministry of Justice of
    Georgia", then "the Ministry of Justice"."""
    country = next((s for s in sentence.of("Country") if s.last == last and s.first > first), None)
    end = country.first if country is not None else last
    while end > first and sentence.at("link", end - 1):
        end -= 1
    if end < last and end - first > 1:
        name = reading.text[sentence.text_start(first) : sentence.text_end(end)]
        reading.named.setdefault(f"body:{key(sentence, first, end, name)}", draft)


def _is_international(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a word in a name says that it is of no one state ("Arab" in a state's name not)."""
    countries = [h for h in sentence.hits.get("country", ()) if h.last - h.first > 1]
    return any(
        first <= h.first < last
        and not any(c.first <= h.first < c.last for c in countries)
        and not sentence.at("portfolios", h.last)  # "Office of International Affairs"
        and not sentence.ends("portfolios", h.first - 1)
        for h in sentence.hits.get("international", ())
    )


def _is_organ(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a name ends with an organisation of states: "the Commission of the Union"."""
    return any(
        first < s.first and s.last == last and s.draft.sub == "Intergovernmental"
        for s in sentence.of("Organization")
    )


def _find_shared(reading: Reading, sentence: Sentence) -> None:
    """ "The prosecutors' offices of both countries": one body for each of the two."""
    for hit in sentence.hits.get("shared_bodies", ()):
        both = next(
            (h for h in sentence.hits.get("word:both", ()) if 0 < h.first - hit.last <= 2), None
        )
        if both is None:
            continue
        words = reading.text[sentence.text_start(hit.first) : sentence.text_end(hit.last)]
        for country in pair(reading, sentence):
            draft = reading.draft(
                f"body:{plain(words)}:{country.reference}",
                Draft("Agency", f"{words} ({country.name})", hit.value, code_of(country)),
            )
            spot = Spot(draft, hit.first, both.last, reach=both.last)
            reading.keep(sentence, spot)
            start = sentence.text_start(
                hit.first - bool(sentence.at("word:definite", hit.first - 1))
            )
            draft.spans[start, sentence.text_end(both.last)] = None


def _alike(reading: Reading, kind: str, name: str) -> Draft | None:
    """A body whose name has nearly the same words: sources garble long names."""
    wanted = memory.words(name)
    if len(wanted) < LONG_NAME:
        return None
    # Of words in common at most one in five is missing, so one of the rarest is there.
    for draft in memory.sharing(reading, kind, name, rarest=len(wanted) // OTHER_WORDS + 1):
        theirs = memory.words(draft.name)
        if len(wanted & theirs) / len(wanted | theirs) >= SAME_WORDS:
            return draft
    return None
