"""Definite phrases that lead back to a body: "the Ministry", "Wizara hiyo", "l'institut"."""

from __future__ import annotations

from collections import defaultdict

from loaders.extract.mentions.phrases import article, bare
from loaders.extract.reading import Draft, Post, Reading, Sentence, Spot


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
    for sentence in reading.holding("bodies", "Agency", "Organization"):
        heads = {h.first: h for h in sentence.hits.get("bodies", ())}
        for spot in sorted(sentence.of("Agency", "Organization"), key=lambda s: s.first):
            if head := spot.draft.head or _head(sentence, spot):
                latest.setdefault(head, spot.draft)
                if reading.pack.lexicon.names.style == "article":
                    latest.setdefault(head.split()[0], spot.draft)
        for i, hit in heads.items():
            draft = latest.get(bare(sentence, hit))
            if draft is None or sentence.spot_at(i) or draft.start >= sentence.text_start(i):
                continue
            kind = article(sentence, hit, reading.pack)
            names = reading.pack.lexicon.names
            own = kind == "possessive" and names.style == "article"
            known = kind == "definite" or own
            if not known and (names.articles or not sentence.tokens[i].capital):
                continue
            first = i - (i > 0 and sentence.at("word:definite", i - 1) is not None)
            spot = Spot(draft, first, hit.last, "back", hit.last)
            reading.note(sentence, spot, hit.skip * (first == i))


def _head(sentence: Sentence, spot: Spot) -> str:
    """The head noun in the full name of a known body: the last one before "of" or "on"."""
    head = ""
    for i in range(spot.first, spot.last):
        if sentence.at("link", i):
            break
        if hit := sentence.at("bodies", i):
            head = bare(sentence, hit)
    return head
