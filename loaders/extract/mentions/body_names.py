"""Where the name of a body begins and ends about its head."""

from __future__ import annotations

from loaders.extract.mentions import names
from loaders.extract.mentions.acronyms import acronym_after
from loaders.extract.mentions.name_words import run
from loaders.extract.mentions.phrases import over_adjectives, over_quotes, owned
from loaders.extract.reading import Reading, Sentence
from loaders.lexicon.names import names as names_of_people
from loaders.lexicon.pack import Pack
from loaders.lexicon.phrases import Hit

NAMED_AFTER_PEOPLE = frozenset({"University", "Ngo", "Company", "Association"})


def extent(reading: Reading, sentence: Sentence, first: int, last: int) -> tuple[int, int | None]:
    """Where the name begins and ends, or None as its end where it is no name."""
    pack = reading.pack
    head = sentence.tokens[first]
    if first > 1 and sentence.tokens[first - 1].text == "-" and sentence.tokens[first - 2].capital:
        return first, None  # "Sánchez-Cortés": the second half of a name
    cased = head.text[0].lower() != head.text[0].upper()
    loose = sentence.at("loose_bodies", first) is not None
    if cased and not head.capital and not loose and not _is_titled(sentence, pack, first, last):
        return first, None
    end = _before_person(sentence, first, last, names.right(sentence, pack, last))
    if (known := sentence.spot_at(end - 1)) and known.first < end and known.how == "name":
        end = max(end, known.last)  # "the Secretariat of the Council of": the known name whole
    if sentence.ends("bodies", last - 1) and (hit := sentence.at("bodies", first)):
        own = sentence.at("country", last) if hit.value == "Csirt" else None
        end = max(end, own.last) if own is not None and own.value.startswith("name") else end
    if pack.lexicon.names.style == "article" and _is_any(sentence, first, last):
        return first, None
    if pack.lexicon.names.style == "words" and end == last:
        end = _over_people(sentence, pack, end)
    begin = names.left(sentence, first) if pack.lexicon.names.head_last else first
    if pack.lexicon.names.style == "genitive":
        begin = over_adjectives(sentence, first)
        hit = sentence.at("bodies", first)
        end = over_quotes(sentence, end) if hit and hit.value == "University" else end
    if pack.lexicon.names.head_last and end == last:
        further = run(sentence, last)
        if _has_head(sentence, last, further):
            return first, None  # "Network Security Administration": the last head counts
        people = any(t.word in names_of_people().given for t in sentence.tokens[last:further])
        end = last if people and further - last > 1 else further
    has_acronym = acronym_after(sentence, end) is not None
    whole = _names_itself(sentence, first, last)
    if end == last and begin == first and not has_acronym and not whole:
        return first, None
    if sentence.headline and all(t.text.isupper() for t in sentence.tokens if t.is_word):
        return (begin, end) if loose or begin < first else (first, None)
    return begin, end


def introduced(reading: Reading, sentence: Sentence, hit: Hit) -> tuple[int, int] | None:
    """The name in capitals or quotation marks after a word for a company: "la société Nord"."""
    tokens = sentence.tokens
    if hit.value != "Company" or reading.pack.lexicon.names.head_last or hit.last >= len(tokens):
        return None
    if reading.pack.lexicon.names.capitals == "none":
        latin = hit.last + 1 if acronym_after(sentence, hit.last + 1) else None
        return (hit.last, latin) if latin and not sentence.spot_at(hit.last) else None
    if (quoted := over_quotes(sentence, hit.last)) > hit.last:
        return hit.last + 1, quoted - 1
    end = run(sentence, hit.last)
    return (hit.last, end) if end > hit.last and not sentence.spot_at(hit.last) else None


def _before_person(sentence: Sentence, first: int, last: int, end: int) -> int:
    """Where a name ends that a person's follows: "Policía Nacional Ana Gómez". Schools and
    companies are named after people."""
    hit, tokens = sentence.at("bodies", first), sentence.tokens
    if hit is not None and hit.value in NAMED_AFTER_PEOPLE:
        return end
    for i in range(last, min(end, len(tokens) - 1)):
        linked = sentence.ends("link", i - 1) or sentence.ends("join", i - 1)
        two = tokens[i].capital and tokens[i + 1].capital
        if two and not linked and any(f in names_of_people().given for f, _ in tokens[i].forms):
            return i
    return end


def _over_people(sentence: Sentence, pack: Pack, last: int) -> int:
    """Past the adjective of a country right after a head, and what follows: "ministère français
    de l'Intérieur"."""
    hits = [h for h in sentence.hits.get("country", ()) if h.first == last]
    people = next((h for h in hits if h.value.startswith("demonym")), None)
    if people is None:
        return last
    further = sentence.at("word:of", people.last) is not None
    return names.right(sentence, pack, people.last) if further else people.last


def _is_titled(sentence: Sentence, pack: Pack, first: int, last: int) -> bool:
    """Whether a Russian head in small letters has its capital in the adjective before it; the
    capital of a sentence counts where another follows: "Уголовный суд Лимы"."""
    if pack.lexicon.names.style != "genitive":
        return False
    begin = over_adjectives(sentence, first)
    further = sentence.tokens[last : names.right(sentence, pack, last)]
    return begin < first and (begin > 0 or any(t.capital for t in further))


def _is_any(sentence: Sentence, first: int, last: int) -> bool:
    """Whether an Arabic head names none: without article before "for" ("a centre for
    operations"), or with "his" at its end."""
    head, after = sentence.tokens[last - 1], sentence.tokens[last : last + 1]
    bare = not head.word.startswith(("ال", "وال", "بال", "لل"))
    own = any(h.first == first and owned(sentence, h) for h in sentence.hits.get("bodies", ()))
    return own or (bare and bool(after) and after[0].word.startswith("لل"))


def _names_itself(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a head needs nothing more: several words, or a parliament's one."""
    hit = sentence.at("bodies", first)
    return hit is not None and (last - first > 1 or hit.value == "Parliament")


def _has_head(sentence: Sentence, first: int, last: int) -> bool:
    return any(first <= h.first < last for h in sentence.hits.get("bodies", ()))
