"""Definite phrases that lead back to a body: "the Ministry", "Wizara hiyo", "l'institut"."""

from __future__ import annotations

from collections import defaultdict

from loaders.extract.mentions.names import right
from loaders.extract.mentions.phrases import article, bare
from loaders.extract.reading import Draft, Post, Reading, Sentence, Spot
from loaders.lexicon.phrases import Hit
from loaders.text.tokens import adjective, pronominal


def find_people_by_post(reading: Reading) -> None:
    """ "The Attorney General": the person whose post has been told."""
    titles: dict[str, Draft] = {}
    posts: dict[int, dict[int, Post]] = defaultdict(dict)
    for post in reading.posts:
        posts[post.sentence.index][post.first] = post
    for sentence in reading.told("titles"):
        told = posts.get(sentence.index, {}).values()
        for hit in sentence.hits.get("titles", ()):
            words = " ".join(t.word for t in sentence.tokens[hit.first : hit.last])
            inside = next((p for p in told if p.first <= hit.first < p.last), None)
            if inside is not None:
                titles[words] = inside.person
                continue
            draft = titles.get(words)
            kind = article(sentence, hit, reading.pack)
            if draft is None or kind != "definite" or sentence.spot_at(hit.first):
                continue
            first = hit.first - bool(sentence.at("word:definite", hit.first - 1))
            reading.note(sentence, Spot(draft, first, hit.last, "back", hit.last))


def find_references(reading: Reading) -> None:
    """Heads of bodies that stand alone, with an article, after the body was named in full."""
    latest: dict[str, Draft] = {}
    of_sort: dict[str, Draft] = {}
    names = reading.pack.lexicon.names
    for sentence in reading.holding("bodies", "Agency", "Organization"):
        heads = {h.first: h for h in sentence.hits.get("bodies", ())}
        for spot in sorted(sentence.of("Agency", "Organization"), key=lambda s: s.first):
            if head := spot.draft.head or _head(sentence, spot):
                latest.setdefault(head, spot.draft)
                if spot.draft.sub:
                    of_sort[spot.draft.sub] = spot.draft
                if names.style == "article":
                    latest.setdefault(head.split()[0], spot.draft)
        for i, hit in heads.items():
            draft = latest.get(bare(sentence, hit))
            if draft is None and names.style == "genitive":
                draft = of_sort.get(hit.value)  # "ведомство", "вуз": the body of that sort
            if draft is None or sentence.spot_at(i) or draft.start >= sentence.text_start(i):
                continue
            kind = article(sentence, hit, reading.pack)
            own = kind == "possessive" and names.style == "article"
            alone = names.style == "genitive" and _stands_alone(reading, sentence, hit)
            known = kind == "definite" or own or alone
            if not known and (names.articles or not sentence.tokens[i].capital):
                continue
            first = i - (i > 0 and sentence.at("word:definite", i - 1) is not None)
            spot = Spot(draft, first, hit.last, "back", hit.last)
            reading.note(sentence, spot, hit.skip * (first == i))


def _stands_alone(reading: Reading, sentence: Sentence, hit: Hit) -> bool:
    """Whether a Russian head in small letters has nothing that says which one is meant, so that
    it is the one told of: no adjective but "this" before it, no genitive after it."""
    before = sentence.tokens[hit.first - 1] if hit.first else None
    said = before is not None and adjective(before.text) and not pronominal(before.text)
    return not said and right(sentence, reading.pack, hit.last) == hit.last


def _head(sentence: Sentence, spot: Spot) -> str:
    """The head noun in the full name of a known body: the last one before "of" or "on"."""
    head = ""
    for i in range(spot.first, spot.last):
        if sentence.at("link", i):
            break
        if hit := sentence.at("bodies", i):
            head = bare(sentence, hit)
    return head
