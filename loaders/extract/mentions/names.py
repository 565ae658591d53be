"""How far a name goes: from its head to the right, and to the left where the head ends it."""

from __future__ import annotations

from loaders.extract.mentions.article_names import article_growth
from loaders.extract.mentions.name_words import (
    is_clause,
    joins,
    list_ends,
    namelike,
    opens,
    plain_word,
    run,
)
from loaders.extract.reading import Sentence
from loaders.lexicon.pack import Pack
from loaders.text.tokens import Token, adjective, genitive, may_act, oblique, pronominal

LONGEST = 14
"""Words beyond which nothing is a name."""


ENDING = frozenset(
    (
        "titles",
        "honorifics",
        "word:definite",
        "word:possessive",
        "word:sides",
        "verb:held",
        "verb:say",
    )
)
"""What a Russian name does not go on with."""

LEADING = (
    "verb:cooperate", "verb:assist", "verb:fund", "verb:host", "verb:attend", "verb:train",
    "word:in", "word:with", "word:by",
)  # fmt: skip
"""Categories of phrases that say with whom, by whom or on what occasion, never what a name is."""

DASHES = frozenset("-–—")


def right(sentence: Sentence, pack: Pack, last: int) -> int:
    """Where a name ends whose head ends before token `last`."""
    grow = GROWTH[pack.lexicon.names.style]
    limit, begin = min(len(sentence.tokens), last + LONGEST), last
    while last < limit and not _leads_on(sentence, last):
        further = grow(sentence, pack, last)
        if further == last:
            break
        last = further
    last = min(last, limit)
    while last > begin and sentence.tokens[last - 1].text in DASHES:
        last -= 1
    return last


def _leads_on(sentence: Sentence, i: int) -> bool:
    """Whether a longer phrase that begins with a preposition leads out of a name: "in partnership
    with", "при поддержке"."""
    if not (sentence.at("link", i) or sentence.at("word:in", i)):
        return False
    longer = (sentence.at(c, i) for c in sentence.opened(i) if c.startswith(LEADING))
    return any(h is not None and h.last - i > 1 for h in longer)


def left(sentence: Sentence, first: int) -> int:
    """Where a name begins whose head is token `first`: over capitals before it."""
    tokens = sentence.tokens
    begin = first
    while begin > 0 and first - begin < LONGEST:
        before = tokens[begin - 1]
        if namelike(sentence, begin - 1) and not sentence.at("word:definite", begin - 1):
            begin -= 1
        elif before.capital and begin == first and sentence.at("portfolios", begin - 1):
            begin -= 1  # "the Justice Department": justice is what it is for, no judge
        elif (
            (before.text in {"-", "&"} or sentence.at("join", begin - 1))
            and begin > 1
            and namelike(sentence, begin - 2)
            and tokens[begin - 2].start >= tokens[0].start
            and (not sentence.spot_at(begin - 2) or tokens[begin - 2].end == before.start)
        ):
            begin -= 2
        elif before.text == ")" and begin > 3 and tokens[begin - 3].text == "(":
            begin -= 3  # Computer Misuse (Amendment) Act
        else:
            break
    return begin


def _capitals(sentence: Sentence, pack: Pack, last: int) -> int:
    """Links and capitals: Ministry + of + Works, Transport and Communications."""
    tokens = sentence.tokens
    if _joined_after_country(sentence, last):
        return last
    if link := sentence.at("link", last):
        # A stray comma after the link is a slip of the pen: "Ministry of, Communication and ...".
        start = link.last + (link.last < len(tokens) and tokens[link.last].text == ",")
        if opens(sentence, start):
            return run(sentence, start)
        title = sentence.at("titles", start)
        if title and sentence.tokens[start].capital and not sentence.spot_at(start):
            return title.last  # "Office of the Prime Minister"
        matter = sentence.at("portfolios", start)
        heads = (h for h in sentence.hits.get("bodies", ()) if h.last == last)
        if matter and any(h.value == "Ministry" for h in heads):
            return matter.last  # "Wizara ya habari"
    if tokens[last].text == "," and opens(sentence, last + 1) and list_ends(sentence, last):
        return run(sentence, last + 1)
    if (join := sentence.at("join", last)) and joins(sentence, join.last):
        return run(sentence, join.last)
    if join and sentence.at("word:definite", join.last) and joins(sentence, join.last + 1):
        # "the Prevention of Crime and the Treatment of Offenders": a link must follow.
        further = run(sentence, join.last + 1)
        if further < len(tokens) and sentence.at("link", further):
            return further
    if not pack.lexicon.names.head_last and opens(sentence, last):
        return run(sentence, last)
    return last


def _joined_after_country(sentence: Sentence, last: int) -> bool:
    """Whether "and" follows a country, which ended the name: "the Agency of Peru and the"."""
    spot = sentence.spot_at(last - 1)
    country = spot is not None and spot.draft.kind == "Country" and spot.last == last
    return country and sentence.at("join", last) is not None


def _words(sentence: Sentence, pack: Pack, last: int) -> int:
    """Links with one noun and its adjectives: ministère + de la + transition numérique."""
    tokens = sentence.tokens
    if _joined_after_country(sentence, last):
        return last
    start = last
    if (join := sentence.at("join", last)) is not None:
        start = join.last
        article = sentence.at("word:definite", start) is not None
        if article and (opens(sentence, start + 1) or sentence.at("loose_bodies", start + 1)):
            matter = sentence.at("portfolios", start + 1)
            # "y las Comunicaciones" goes on; "o Instituto e a Universidade" is a list
            return matter.last if matter and not sentence.at("bodies", start + 1) else last
    elif tokens[last].text == "," and list_ends(sentence, last):
        start = last + 1
    link = sentence.at("link", start) if start < len(tokens) else None
    listed = link and start > last and sentence.at("bodies", link.last)
    if listed and tokens[listed.first].capital:
        return last  # "du ministère et de l'Autorité": the next of a list
    if link and start > last and sentence.at("laws", link.last):
        return last  # "the Act on A, that on B": the next of a list
    country = sentence.at("country", link.last) if link and start == last else None
    named = country is not None and country.value.startswith("name")
    if link and country and named and sentence.at("word:definite", link.last):
        return country.last  # "Policía de El Salvador"
    if link and _after_country(sentence, last) and not opens(sentence, link.last):
        return last  # "Polícia de Moçambique em matéria de": its country ended the name
    if link and _is_parent(sentence, last, link.last):
        return last  # "la División de Investigación de la PNP": whose it is
    if link and (_does(sentence, pack, link.last) or sentence.at("word:by", last)):
        return last  # "la Commission de prendre en charge": who is to do something
    if link and link.last < len(tokens) and plain_word(sentence, link.last):
        return _adjectives(sentence, pack, _run_or_one(sentence, link.last))
    if start > last and _does(sentence, pack, start):
        return last
    if start > last and start < len(tokens) and joins(sentence, start, small=True):
        return _adjectives(sentence, pack, _run_or_one(sentence, start))
    return _adjectives(sentence, pack, last)


def _is_parent(sentence: Sentence, last: int, i: int) -> bool:
    """Whether an acronym that is no first word of what a body is for ends its name."""
    further = sentence.tokens[i : i + 1]
    named = last > 1 and not sentence.ends("bodies", last - 1)
    return bool(further) and named and not sentence.shouting and _acronym(further[0])


def _does(sentence: Sentence, pack: Pack, i: int) -> bool:
    """Whether a word in small letters is a verb, which ends a name."""
    if i >= len(sentence.tokens) or sentence.tokens[i].capital:
        return False
    return bool(pack.forms.get(sentence.tokens[i].text, frozenset()) - {"present", "participle"})


def _genitive(sentence: Sentence, pack: Pack, last: int) -> int:
    """Genitives without preposition: Министерство + информации, связи и технологий."""
    tokens = sentence.tokens
    start = last
    if tokens[last].text == "," or sentence.at("join", last) or sentence.at("link", last):
        start = last + 1
        if tokens[last].text == "," and not list_ends(sentence, last):
            return last
    if start >= len(tokens) or not tokens[start].is_word:
        return start + 1 if start < len(tokens) and tokens[start].text == "-" else last
    for_whom = start > last and sentence.at("word:for", last) and sentence.at("word:staff", start)
    if (sentence.at_any(ENDING, start) and not for_whom) or _after_country(sentence, start):
        return last
    if sentence.at("numbers", start) and sentence.ends("bodies", last - 1):
        return last  # "МИД трех стран": a body each
    if sentence.at("word:in", last) and sentence.at("country", start):
        return last
    if _begins_person(sentence, start) or pronominal(tokens[start].text):
        return last
    link = sentence.at("link", last)
    if link is not None and start > last:
        further = sentence.at("link", link.last)  # "по борьбе с преступностью"
        start = min((further or link).last, len(tokens) - 1)
        return start + 1 if oblique(tokens[start].text) else last
    if adjective(tokens[last - 1].text) and oblique(tokens[start].text):
        return start + 1  # an adjective has its noun: "по цифровой криминалистике"
    if (genitive(tokens[start].text) or _acronym(tokens[start])) and not (
        start > last and sentence.at("bodies", start)
    ):
        return start + 1
    return last


def _begins_person(sentence: Sentence, i: int) -> bool:
    """Whether two capitals that may both be nominative begin at `i`: a person's name, where a
    genitive would go on in its own case ("секретарь Совета безопасности Иван Ким")."""
    pair = sentence.tokens[i : i + 2]
    return (
        len(pair) == 2
        and all(t.capital and not t.text.isupper() and may_act(t.text) for t in pair)
        and not any(sentence.at_any(("country", "bodies"), j) for j in (i, i + 1))
    )


def _after_country(sentence: Sentence, i: int) -> bool:
    """Whether a country stands right before, which ends what names it."""
    spot = sentence.spot_at(i - 1) if i else None
    return (
        spot is not None and spot.draft.kind == "Country" and spot.how == "name" and spot.last == i
    )


GROWTH = {
    "capitals": _capitals,
    "words": _words,
    "genitive": _genitive,
    "article": article_growth,
}


def _run_or_one(sentence: Sentence, i: int) -> int:
    return max(run(sentence, i), i + 1)


def _adjectives(sentence: Sentence, pack: Pack, i: int) -> int:
    """Over adjectives by their endings, and over capitals."""
    tokens = sentence.tokens
    endings = tuple(pack.lexicon.names.endings)
    while i < len(tokens) and tokens[i].is_word and not sentence.at("word:stop", i):
        small = tokens[i].text[0].islower()
        if small and not (len(tokens[i].word) > 3 and tokens[i].word.endswith(endings)):
            break
        if sentence.at("country", i) or (not small and not namelike(sentence, i)):
            break
        if sentence.at_any(("honorifics", "titles", "numbers", "verb:say"), i):
            break
        if is_clause(sentence, pack, i):
            break
        i += 1
    return i


def _acronym(token: Token) -> bool:
    return len(token.text) > 1 and token.text.isupper()
