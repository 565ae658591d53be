"""HOLDS_POST: who holds which post, in which body or of which state."""

from __future__ import annotations

from loaders.extract.claims.clauses import between
from loaders.extract.claims.hosts import POSSESSIVE
from loaders.extract.mentions.posts import LINKING
from loaders.extract.reading import Draft, Found, Post, Reading, code_of, pair, sends
from loaders.lexicon.phrases import Hit
from loaders.text.tokens import plain

CONFIDENCE = {"state": 0.9, "minister": 0.85, "envoy": 0.85, "body": 0.85, "counterpart": 0.7}
NEAR = 10
BESIDE = 3
"""Words after a post within which its embassy stands: "chargé d'affaires at the embassy"."""

SHORT = 3
"""Letters of words that say nothing of a post: of, the, wa."""

SHARED = 4
"""Letters that words of a title and of a ministry share at least, so that they speak of one."""


def claim_posts(reading: Reading) -> None:
    """One claim for each person and post; the object by the class of the title."""
    seen: set[tuple[Draft, Draft]] = set()
    heads = {(_rank(reading, p), p.country): p.person for p in reading.posts if _heads(p)}
    for post in reading.posts:
        if post.kind == "envoy" and not (post.country or _embassy(post) or _sender(post)):
            continue  # "Ambassador" before a name is then a lifelong title, no post
        owner = _owner(reading, post)
        if owner is None or (post.person, owner) in seen or _cut_short(reading, post):
            continue
        if post.kind == "minister" and _told_in_full(reading, post):
            continue  # "Minister Doe", whose ministry was told before
        if post.title[0] == post.title[1] and not _is_public(owner):
            continue  # whoever is "of the University" may be anybody there
        head = heads.setdefault((_rank(reading, post), owner), post.person)
        if post.kind == "state" and head is not post.person and post.country is None:
            continue  # a state has one president: this one is of a state not named here
        seen.add((post.person, owner))
        title = reading.text[slice(*post.title)]
        qualifiers: tuple[tuple[str, str | bool], ...] = (("title", title),) if title else ()
        if post.acting:
            qualifiers += (("acting", True),)
        reading.claims.append(
            Found(
                "HOLDS_POST",
                post.person,
                owner,
                *post.quote,
                f"posts.{post.kind}",
                CONFIDENCE[post.kind],
                qualifiers=qualifiers,
            )
        )
        if post.person.country is None:
            post.person.country = code_of(owner)


def _told_in_full(reading: Reading, post: Post) -> bool:
    """Whether a bare "Minister" is a person's whose post is told with more words elsewhere."""
    bare = len(plain(reading.text[slice(*post.title)]).split()) == 1
    return bare and any(
        p.person is post.person and p.kind == post.kind
        for p in reading.posts
        if p is not post and len(plain(reading.text[slice(*p.title)]).split()) > 1
    )


def _heads(post: Post) -> bool:
    """Whether a post says that it is at the head of a state now."""
    former = post.sentence.has("former", post.first - 1, post.last + 1)
    return post.country is not None and post.body is None and not former


def _cut_short(reading: Reading, post: Post) -> bool:
    """Whether what a post is of goes on after it, and is no known body: "the president of
    Peru's ...", "head of the Peruvian ..."."""
    title = reading.text[slice(*post.title)]
    people = [s for s in post.sentence.of("Country") if s.how == "demonym" and s.last == post.last]
    cut = any(post.sentence.ends("word:definite", s.first - 1) for s in people)
    return post.body is None and (title.endswith(POSSESSIVE) or cut)


def _is_public(body: Draft) -> bool:
    """Whether it is a body of a state or of states: whoever is "of" it holds a post in it."""
    return body.kind == "Agency" or body.sub == "Intergovernmental"


def _rank(reading: Reading, post: Post) -> str:
    """The first word of a title: president, king."""
    return next(iter(plain(reading.text[slice(*post.title)]).split()), "")


def _owner(reading: Reading, post: Post) -> Draft | None:
    """Whose a post is."""
    country = post.country or (_nearest(post) if post.kind == "state" else None)
    if country is None:
        country = _beside_counterpart(reading, post)
    if country is None and (code := post.person.country or _home(reading, reading.facing)):
        country = reading.country(code)
    if post.kind == "state":
        return post.body or country
    if post.kind == "envoy":
        return _embassy(post) or _sender(post) or country
    if post.kind == "minister":
        ministry = _ministry(reading, post, post.country)
        if ministry is not None and not (post.body and post.body.kind == "Agency"):
            return ministry
        if post.body is not None and post.body.kind == "Agency":
            return post.body
        return country
    if post.kind == "counterpart":
        return (
            post.body or _same_office(reading, post) or post.country or _other_side(reading, post)
        )
    return (
        post.body
        or _named_after(reading, post)
        or _office(reading, post)
        or _by_office(reading, post)
        or post.country
        or (country if _offices(post) else _last_body(reading, post))
    )


def _named_after(reading: Reading, post: Post) -> Draft | None:
    """The body that is named after a post: "the Data Commissioner", the head of the "Office of the
    Data Commissioner"."""
    title = {w for w in plain(reading.text[slice(*post.title)]).split() if len(w) > SHORT}
    code = code_of(post.country) if post.country else None
    for body in reading.drafts:
        words = [w for w in plain(body.name).split()[1:] if len(w) > SHORT]
        named = body.kind == "Agency" and len(words) > 1 and title.issuperset(words)
        if named and code in (None, body.country):
            return body
    return None


def _home(reading: Reading, facing: set[Draft | None]) -> str | None:
    """The country of the text, unless it is that of a counterpart: then whoever they met is of
    another."""
    return next((home for home in reading.homes if reading.country(home) not in facing), None)


def _beside_counterpart(reading: Reading, post: Post) -> Draft | None:
    """The country of the counterpart named right before: "met his counterpart X and Minister Y"."""
    index = reading.post_order[id(post)]
    before = reading.posts[index - 1] if index else None
    if before is None or before.kind != "counterpart" or before.sentence is not post.sentence:
        return None
    code = before.person.country
    return reading.country(code) if code and post.first - before.last < NEAR else None


def _embassy(post: Post) -> Draft | None:
    """The embassy that the words of a post, or those right after them, name."""
    spots = [s for s in post.sentence.of("Agency") if s.draft.sub == "Embassy"]
    near = [s for s in spots if post.first < s.first <= post.last + BESIDE]
    return near[0].draft if near else None


def _sender(post: Post) -> Draft | None:
    """The organisation whose ambassador somebody is: "of the European Union to Benin"."""
    sent = post.body is not None and post.body.sub == "Intergovernmental"
    return post.body if sent else None


def _by_office(reading: Reading, post: Post) -> Draft | None:
    """A body of the sort that a title always belongs to, not one of their counterpart's; one that
    the same sentence names before others."""
    hits = _offices(post)
    beside = {spot.draft for spot in post.sentence.of("Agency")}
    facing = {code_of(country) for country in reading.facing if country}
    return next(
        (
            d
            for d in sorted(reading.drafts, key=lambda draft: draft not in beside)
            if hits
            and d.kind == "Agency"
            and d.sub == hits[0].value
            and d.spans
            and (post.country is None or d.country == code_of(post.country))
            and (d.country not in facing or post.of_counterpart)
        ),
        None,
    )


def _offices(post: Post) -> list[Hit]:
    """Titles in a post that always belong to one sort of body."""
    return [h for h in post.sentence.hits.get("offices", ()) if post.first <= h.first < post.last]


def _nearest(post: Post) -> Draft | None:
    """The country nearest to a post that names none, in the same sentence; not one that says
    whose another's post is."""
    others = [p for p in post.sentence.posts if p != (post.first, post.last)]
    spots = [
        s
        for s in post.sentence.of("Country")
        if abs(s.first - post.first) < NEAR
        and not sends(post.sentence, s)
        and not any(first <= s.first < last for first, last in others)
    ]
    return min(spots, key=lambda s: abs(s.first - post.first)).draft if spots else None


def _ministry(reading: Reading, post: Post, country: Draft | None) -> Draft | None:
    """The ministry, named anywhere, whose name shares words with the title."""
    wanted = _stems(reading.text[slice(*post.title)])
    best: tuple[float, Draft] | None = None
    for draft in reading.drafts:
        if draft.sub != "Ministry" or not draft.spans:
            continue
        if country is not None and draft.country not in (None, code_of(country)):
            continue
        theirs = _stems(draft.name)
        share = len(wanted & theirs) / max(1, len(theirs))
        if share >= 0.4 and (best is None or share > best[0]):
            best = share, draft
    return best[1] if best else None


def _office(reading: Reading, post: Post) -> Draft | None:
    """The office named after the post itself: "Attorney General", "Attorney General's office"."""
    first, last = post.title
    of = [
        s for s in post.sentence.of("Country") if first < post.sentence.text_start(s.first) < last
    ]
    if of:  # "Commissioner of Data Protection of Kenya": the country is no part of it
        end = of[0].first
        while end > post.first and post.sentence.at_any(LINKING, end - 1):
            end -= 1
        last = post.sentence.text_end(end) if end > post.first else last
    title = plain(reading.text[first:last])
    code = code_of(post.country) if post.country else None
    for draft in reading.drafts:
        named_so = draft.kind == "Agency" and len(title) > 6 and title in plain(draft.name)
        if named_so and draft.spans and (code is None or draft.country in (None, code)):
            return draft
    return None


def _other_side(reading: Reading, post: Post) -> Draft | None:
    """The country of "his counterpart": of the two that the text is about, not the other's."""
    index = reading.post_order[id(post)]
    beside = [s for s in post.sentence.of("Country") if s.how == "demonym" and s.last < post.first]
    other = next(
        (p.person.country for p in reversed(reading.posts[:index]) if p.person.country), None
    )
    if beside:  # "the Cuban leader met his counterpart"
        other = code_of(beside[-1].draft)
    sides = pair(reading, post.sentence)
    return next((d for d in sides if other and code_of(d) != other), None)


def _same_office(reading: Reading, post: Post) -> Draft | None:
    """The office of a counterpart: a body of their country of the sort of the other's body."""
    if post.country is None:
        return None
    index = reading.post_order[id(post)]
    other = next((p.body for p in reversed(reading.posts[:index]) if p.body), None)
    return next(
        (
            d
            for d in reading.drafts
            if other
            and d.kind == "Agency"
            and d.sub == other.sub
            and d.sub
            and d.country == code_of(post.country)
            and d is not other
        ),
        None,
    )


def _last_body(reading: Reading, post: Post) -> Draft | None:
    """The body spoken of last before a post that says no body."""
    sentence = post.sentence
    earlier = [s for s in sentence.of("Agency", "Organization") if s.last <= post.first]
    if not earlier or between(sentence, "verb:say", earlier[-1].last, post.first):
        return None  # "...", said Commissioner X: of what was said
    return earlier[-1].draft


def _stems(text: str) -> set[str]:
    return {w[:6] for w in plain(text).split() if len(w) > SHARED}
