"""Phrases with an article: what introduces a thing, and what leads back to it."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.extract.mentions import names
from loaders.extract.mentions.name_words import is_clause, list_ends
from loaders.extract.reading import Draft, Sentence
from loaders.extract.sentence import glued
from loaders.lexicon.pack import Pack
from loaders.lexicon.phrases import Hit
from loaders.text.tokens import ENCLITICS, SHORT, adjective, plain

CYRILLIC = frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюя")

DEFINITE = ("ال", "وال", "بال", "فال", "لل", "ولل")
"""How Arabic words with the article begin."""

GLUED = tuple("ولبفك")
"""Small words that are glued to the Arabic word after them."""

LONGEST = 18
"""Words beyond which a phrase says nothing more about its head."""

ADJECTIVES = 4
"""Words that may stand between an article and its noun."""

NO_ADJECTIVES = frozenset(["word:definite", "word:possessive", "word:indefinite", "ordinals"])
"""What looks like an adjective of a name and is none."""

INTRODUCING = ("link", "word:in", "word:between", "word:with", "word:for", "word:to", "word:by")

LEADING = ("join", "word:definite", "word:in", "word:with", "link")
"""What a phrase does not end with: it leads on to another word."""

QUOTES = {'"': '"', "«": "»", "“": "”", "„": "“"}

ASIDE = ("word:in", "word:to", "word:with", "word:between", "word:by")
"""What begins words on where and with whom, without which a thing is named too."""

TITLE = 30
"""Words within which a title in quotation marks ends."""

MARKS = frozenset('.;:()[]!?"“”«»–—…،؛,')


def phrase_end(sentence: Sentence, last: int, pack: Pack, stops: tuple[str, ...] = ()) -> int:
    """Where the phrase around a noun that ends before token `last` ends: at a verb or a mark.

    In languages with articles something must introduce what is said more of the noun: "on",
    "between". `stops` are categories that end it too.
    """
    tokens = sentence.tokens
    limit = min(len(tokens), last + LONGEST)
    verbs = tuple(pack.lexicon.names.verb_endings)
    i = last
    if (quoted := over_quotes(sentence, last)) > last:
        return quoted
    style = pack.lexicon.names.style
    if style == "genitive":
        return _over_date(sentence, names.right(sentence, pack, last))
    if pack.lexicon.names.head_last and not sentence.at_any(INTRODUCING, last):
        return last
    ending = ("word:stop", *stops)
    while i < limit and not sentence.at_any(ending, i):
        listing = tokens[i].text == "," and i > last and list_ends(sentence, i)
        if tokens[i].text in MARKS and not listing:
            break
        if style == "words" and i == last and sentence.at("word:staff", i):
            break  # "participaron en la reunión fiscales de Chile"
        if is_clause(sentence, pack, i) or _another_noun(sentence, i):
            break
        if verbs and tokens[i].text.endswith(verbs) and tokens[i].text[0].islower():
            break
        if style == "article" and _leaves(sentence, i):
            break
        if style == "words" and sentence.at("join", i) and sentence.at("word:definite", i + 1):
            break  # "el acuerdo y la declaración"
        topic = sentence.at("topics", i)  # "transnational organised crime" holds a verb's form
        i = topic.last if topic else i + 1
    i = min(i, limit)
    # "may" of "3 May" looks like a verb: a phrase holds a date whole or not at all.
    i = next((d.first for d in sentence.dates if d.first < i < d.last), i)
    while i > last and (not tokens[i - 1].is_word or sentence.at_any(LEADING, i - 1)):
        i -= 1
    return i


def _leaves(sentence: Sentence, i: int) -> bool:
    """Whether an Arabic phrase is over: a verb in the present begins a clause, or a noun without
    article follows one with it and so is not of it."""
    token, before = sentence.tokens[i], sentence.tokens[i - 1].word
    place = sentence.beginning(i)
    if place is not None and place.draft.kind == "Country" and glued(sentence, place) == "ب":
        return True  # "in Malta" is where it was
    if not token.is_word or token.text[0].isdigit() or sentence.at_any(("months", "country"), i):
        return False
    small = sentence.at_any((*INTRODUCING, "word:and", "word:from"), i)
    verb = token.word.startswith("ي") and len(token.word) > SHORT
    verb = verb or sentence.at_any(("verb:host", "verb:held", "verb:attend"), i)
    return not small and (
        verb or (before.startswith(DEFINITE) and not token.word.startswith((*DEFINITE, *GLUED)))
    )


def _another_noun(sentence: Sentence, i: int) -> bool:
    """Whether an article begins another noun's phrase, with nothing to introduce it."""
    if not sentence.at("word:definite", i) or not sentence.tokens[i - 1].is_word:
        return False
    contracted = sentence.at_any(INTRODUCING, i)  # "no domínio de": in + the
    introduced = not sentence.closed(i - 1).isdisjoint((*INTRODUCING, "join"))
    linked = any(h.first <= i < h.last for h in sentence.hits.get("link", ()))
    return not (contracted or introduced or linked)


def before_place(sentence: Sentence, last: int, end: int) -> int:
    """Where "in Lima" begins in a phrase that ends before token `end`, else that end."""
    for i in range(last, end):
        if link := sentence.at("word:in", i):
            place = link.last + (sentence.at("word:definite", link.last) is not None)
            if sentence.at("country", place):
                return i
    return end


def over_quotes(sentence: Sentence, last: int) -> int:
    """Past a title in quotation marks right after a noun: forum "A safe network"."""
    tokens = sentence.tokens
    if last >= len(tokens) or (closing := QUOTES.get(tokens[last].text)) is None:
        return last
    ends = (i for i in range(last + 2, min(len(tokens), last + TITLE)) if tokens[i].text == closing)
    return next(ends, last - 1) + 1


def _over_date(sentence: Sentence, last: int) -> int:
    """Past "of 16 June 2009", by which agreements are told apart where no article does it."""
    start = next((h.last for h in sentence.hits.get("word:from", ()) if h.first == last), last)
    found = next((d for d in sentence.dates if start and d.first == start), None)
    if found is None:
        return last
    return found.last + (sentence.at("word:year", found.last) is not None)


def over_adjectives(sentence: Sentence, first: int) -> int:
    """Where a Russian name begins, whose adjectives stand before its head, the first of them with
    a capital: "Верховная народная прокуратура"."""
    begin, i = first, first - 1
    while i >= 0 and adjective(sentence.tokens[i].text) and not sentence.at("country", i):
        if sentence.spot_at(i) or sentence.at_any(NO_ADJECTIVES, i):
            break
        begin = i if sentence.tokens[i].capital else begin
        i -= 1
    return begin


def article(sentence: Sentence, hit: Hit, pack: Pack) -> str:
    """`definite`, `indefinite`, `possessive`, or nothing, by the words about a noun.

    Articles stand before it; Swahili demonstratives after it; Arabic ones are part of it.
    """
    tokens = sentence.tokens
    if pack.lexicon.names.style == "article":
        last = tokens[hit.last - 1].word  # "اتفاقية للتعاون": an agreement for the cooperation
        if tokens[hit.first].word.startswith(DEFINITE) or last.startswith(("ال", "وال")):
            return "definite"
        return "possessive" if owned(sentence, hit) else "indefinite"
    follows = pack.lexicon.names.determiners_follow and sentence.at("word:definite", hit.last)
    if pack.lexicon.names.determiners_follow and sentence.at("word:indefinite", hit.last):
        return "indefinite"  # "hati kama hiyo": one like that
    kind = "definite" if follows else _before(sentence, hit.first)[0]
    if not kind and not pack.lexicon.names.articles and hit.category == "events":
        return "definite" if on_occasion(sentence, hit.first) else ""
    return kind


def owned(sentence: Sentence, hit: Hit) -> bool:
    """Whether "his" or "their" is glued to the end of an Arabic noun: "his council". A stem may
    end like "their" (تفاهم), but not after the letter that a feminine noun takes before it."""
    word = sentence.tokens[hit.last - 1].word
    return word.endswith(ENCLITICS) and (not word.endswith("هم") or word.endswith("تهم"))


def bare(sentence: Sentence, hit: Hit) -> str:
    """The words of a noun in the form under which the text may come back to it: without article
    and what is glued to it in Arabic, without case in Russian."""
    words = sentence.tokens[hit.first : hit.last]
    found = []
    for i, token in enumerate(words):
        word = token.forms[-1][0] if token.word[0] in CYRILLIC else token.word
        word = word[hit.skip if i == 0 else 0 :]
        word = word.removeprefix("لل" if word.startswith("لل") else "ال")
        if owned(sentence, hit) and i == len(words) - 1:
            word = next(word.removesuffix(e) for e in ENCLITICS if word.endswith(e))
            word = word[:-1] + "ة" if word.endswith("ت") else word
        found.append(word)
    return " ".join(found)


def key(sentence: Sentence, first: int, last: int, name: str) -> str:
    """By what a name is known again: its plain form, in Russian that of a dictionary."""
    words = sentence.tokens[first:last]
    if not words or words[0].word[0] not in CYRILLIC:
        return plain(name)
    return " ".join(t.forms[-1][0] for t in words)


def on_occasion(sentence: Sentence, first: int) -> bool:
    """Whether words for "at" or "during" stand right before an event, which is then a particular
    one in a language without articles: "в ходе встречи"."""
    return sentence.ends("word:in", first - 1)


def _before(sentence: Sentence, first: int) -> tuple[str, int]:
    """The sort of article before a noun at token `first`, adjectives between them aside, and the
    token that it is; `first` where there is none."""
    tokens = sentence.tokens
    for i in range(first - 1, max(-1, first - 1 - ADJECTIVES), -1):
        for kind in ("definite", "indefinite", "possessive"):
            if sentence.ends(f"word:{kind}", i):
                return kind, i
        if tokens[i].text in {"'s", "’s"}:
            return "possessive", i
        if (
            tokens[i].text in MARKS
            or sentence.at("word:stop", i)
            or sentence.at("link", i)
            or sentence.at("join", i)
        ):
            break
    return "", first


def surfaces(sentence: Sentence, first: int, last: int, end: int) -> Iterator[tuple[int, int]]:
    """Tokens by which a text names a thing whose phrase is tokens `first` to `end` and whose noun
    ends before `last`: with its article and adjectives and without, with its place and without."""
    kind, at = _before(sentence, first)
    begins = {first, at + 1, at} if kind in ("definite", "indefinite") else {first}
    if kind == "possessive":
        begins.add(at + 1)
    short = next((i for i in range(last, end) if sentence.at_any(ASIDE, i)), end)
    for begin in sorted(begins):
        for stop in {short, end}:
            yield begin, stop


def with_article(sentence: Sentence, hit: Hit, draft: Draft, end: int) -> None:
    """Keep a noun with its article as a mention too: "a joint statement"."""
    for i in range(hit.first - 1, max(-1, hit.first - 1 - ADJECTIVES), -1):
        if sentence.at("word:indefinite", i):
            for last in (hit.last, end):
                draft.spans[sentence.text_start(i), sentence.text_end(last)] = None
            return


def number_beside(sentence: Sentence, hit: Hit, numbers_follow: bool) -> int | None:
    """How many there are: "five memorandums", and in Swahili "hati tano"."""
    ahead = () if numbers_follow else range(hit.first - 1, max(-1, hit.first - 3), -1)
    for i in ahead:
        if found := sentence.at("numbers", i):
            return int(found.value)
        if sentence.tokens[i].text.isdigit() and len(sentence.tokens[i].text) < 3:
            return int(sentence.tokens[i].text)
    after = hit.last
    if numbers_follow and after < len(sentence.tokens) and (found := sentence.at("numbers", after)):
        return int(found.value)
    return None
