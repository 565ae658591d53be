"""People, by what stands beside their names: honorifics, posts, words of speaking."""

from __future__ import annotations

import itertools
from dataclasses import replace

from loaders.extract.mentions.affiliation import body_after, find_affiliated
from loaders.extract.mentions.given_names import free_given_names
from loaders.extract.mentions.judged import find_judged_people
from loaders.extract.mentions.person_names import (
    Run,
    find_short_names,
    name_at,
    name_back,
    over_honorifics,
    person,
)
from loaders.extract.mentions.posts import over_link, owner_before, post_extent
from loaders.extract.reading import Draft, Post, Reading, Sentence, Spot
from loaders.lexicon.names import names
from loaders.lexicon.phrases import Hit

UNDER = 4
"""Sentences at the end of a text among which a signature stands."""

ASIDE = 6
"""Words of more detail that may stand between a post and the comma before the name."""

OWNS = frozenset({"'s", "’s"})

STRAY = frozenset({",", "–", "—", "-", ":"})


def find_people(reading: Reading) -> None:
    """People with their posts, then those known by an honorific or by speaking alone."""
    free_given_names(reading)
    for sentence in reading.told("titles", "honorifics", "ranks", "verb:say"):
        if sentence.shouting:
            continue
        for hit in sentence.hits.get("titles", ()):
            if not _inside_person(sentence, hit.first):
                _post(reading, sentence, hit)
        for category in ("honorifics", "ranks"):
            for hit in sentence.hits.get(category, ()):
                run = name_at(reading, sentence, over_honorifics(sentence, hit.last))
                if run and run[1] - run[0] < 2 and not _looks_so(reading, sentence, run):
                    continue  # Arabic "with a team" is spelt as "by General"
                if run and not sentence.spot_at(run[0]):
                    person(reading, sentence, run)
        _speakers(reading, sentence)
    find_judged_people(reading)
    for sentence in reading.told("Agency", "Organization"):
        if not sentence.shouting:
            find_affiliated(reading, sentence)
    _signature(reading)
    find_short_names(reading)


def _post(reading: Reading, sentence: Sentence, hit: Hit) -> None:
    """A post beside a name: before it, or after it between commas."""
    first, last, body_spot, country = post_extent(reading, sentence, hit)
    run = _name_after(reading, sentence, last)
    if run is None or _has_own_post(sentence, last, run):
        run = _name_before(reading, sentence, first) or run
    if run is None:
        return
    who = person(reading, sentence, run)
    tokens = sentence.tokens
    if body_spot is None and hit.value == "body":
        body_spot = body_after(sentence, run[1])
    if country is None and body_spot is None:
        country = _country_after(sentence, run[1])
    title_last = last
    if body_spot is not None and hit.last <= body_spot.first < last and hit.value != "envoy":
        title_last = body_spot.first
        while title_last > hit.last and (
            sentence.at("word:in", title_last - 1)
            or sentence.at("link", title_last - 1)
            or sentence.at("word:definite", title_last - 1)
            or tokens[title_last - 1].text in STRAY
        ):
            title_last -= 1
    if hit.value == "counterpart":
        title_last = hit.last
    title = (
        sentence.text_start(first) + hit.skip * (first == hit.first),
        sentence.text_end(title_last),
    )
    quote = (
        sentence.text_start(min(first, run[0], body_spot.first if body_spot else first)),
        sentence.text_end(max(last, run[1])),
    )
    sentence.posts.append((first, last))
    acting = sentence.has("acting", max(0, first - 1), last)
    reading.posts.append(
        Post(
            sentence,
            first,
            last,
            title,
            hit.value,
            who,
            body_spot.draft if body_spot else None,
            country,
            acting,
            quote,
        )
    )
    _fellows(reading, sentence, reading.posts[-1], run[1])
    _in_turn(reading, sentence, reading.posts[-1], run[1])


def _has_own_post(sentence: Sentence, last: int, run: Run) -> bool:
    """Whether the name after a comma has its post after it: "A, head of X, B, director of Y"."""
    after, tokens = run[1], sentence.tokens
    if tokens[last : last + 1] and tokens[last].text != ",":
        return False
    if after >= len(tokens) or tokens[after].text != ",":
        return False
    after += 1 + (sentence.at("word:definite", after + 1) is not None)
    return sentence.at("titles", after) is not None


def _fellows(reading: Reading, sentence: Sentence, post: Post, i: int) -> None:
    """Further people of the same post: "Presidents A of Ghana, B of Togo and C of Benin"."""
    while (own := _country_at(sentence, i)) is not None:
        i = own.last
        if i >= len(sentence.tokens) or not (
            sentence.tokens[i].text == "," or sentence.at("word:and", i)
        ):
            return
        run = name_at(reading, sentence, i + 1)
        country = _country_at(sentence, run[1]) if run else None
        if run is None or country is None:
            return
        who = person(reading, sentence, run)
        quote = sentence.text_start(run[0]), sentence.text_end(country.last)
        reading.posts.append(replace(post, person=who, country=country.draft, quote=quote))
        i = run[1]


def _in_turn(reading: Reading, sentence: Sentence, post: Post, i: int) -> None:
    """The second of two named in turn: "the presidents of Peru and Chile, A and B"."""
    states = [s for s in sentence.of("Country") if post.first <= s.first < post.last]
    joined = len(states) == 2 and sentence.at("word:and", states[0].last)
    run = name_at(reading, sentence, i + 1) if joined and sentence.at("word:and", i) else None
    if run is not None:
        who = person(reading, sentence, run)
        quote = post.quote[0], sentence.text_end(run[1])
        second = replace(post, person=who, body=None, country=states[1].draft, quote=quote)
        reading.posts.append(second)


def _name_after(reading: Reading, sentence: Sentence, last: int) -> Run | None:
    tokens = sentence.tokens
    former = sentence.at("former", last)
    i = former.last if former else last
    if i + 1 < len(tokens) and tokens[i].text == "." and tokens[i - 1].text.isupper():
        i += 1  # "DPP. Jane Doe"
    for _ in range(4):
        if i < len(tokens) and (
            tokens[i].text in {",", "(", ")", "–"}
            or (sentence.at("word:stop", i) is None and sentence.at("word:definite", i))
        ):
            i += 1
    if i == last and (_names_a_body(sentence, last) or sentence.tokens[last - 1].text in OWNS):
        return None  # "premier of Nairobi's Westlands": what is governed, not who governs
    i = over_honorifics(sentence, i)
    run = name_at(reading, sentence, i) or _after_aside(reading, sentence, last)
    if run and run[1] - run[0] < 2 and i == last and sentence.headline:
        return None
    return run


def _names_a_body(sentence: Sentence, last: int) -> bool:
    """Whether a post ends in "of the" and a people or country: what follows is then a body's
    name, not a person's ("head of the Kenyan Harbour League")."""
    people = next((s for s in sentence.of("Country") if s.last == last), None)
    if people is None:
        return False
    linked = people.how == "demonym" and sentence.ends("link", people.first - 1)
    return linked or sentence.ends("word:definite", people.first - 1)


def _signature(reading: Reading) -> None:
    """A name at the head of a line at the end of the text, with a post in the line under it."""
    for name, post in itertools.pairwise(reading.sentences[-UNDER:]):
        hit = next((h for h in post.hits.get("titles", ()) if h.first < 3), None)
        people = name.of("Person") or (_in_capitals(reading, name) if hit else [])
        if not (name.headline and people and hit) or post.has("verb:say"):
            continue
        who = people[0]
        if over_honorifics(name, 0) < who.first or any(p.sentence is post for p in reading.posts):
            continue
        first, last, body, country = post_extent(reading, post, hit)
        title = post.text_start(first), post.text_end(last)
        quote = name.text_start(who.first), title[1]
        post.posts.append((first, last))
        reading.posts.append(
            Post(
                post,
                first,
                last,
                title,
                hit.value,
                who.draft,
                body.draft if body else None,
                country,
                post.has("acting", 0, last),
                quote,
                signature=True,
            )
        )


def _in_capitals(reading: Reading, line: Sentence) -> list[Spot]:
    """The person whose name in capitals is all of a line: under a statement."""
    run = name_at(reading, line, over_honorifics(line, 0)) if line.shouting else None
    if run is None or run[1] < len(line.tokens) or run[1] - run[0] < 2:
        return []
    person(reading, line, run)
    return line.of("Person")


def _after_aside(reading: Reading, sentence: Sentence, last: int) -> Run | None:
    """A name after a few more words on the post and a comma, where an honorific makes it sure."""
    tokens = sentence.tokens
    for i in range(last, min(len(tokens) - 1, last + ASIDE)):
        if tokens[i].text == ",":
            start = over_honorifics(sentence, i + 1)
            return name_at(reading, sentence, start) if start > i + 1 else None
        if not tokens[i].is_word or sentence.spot_at(i) or sentence.at("titles", i):
            return None
    return None


def _name_before(reading: Reading, sentence: Sentence, first: int) -> Run | None:
    """The name that a post follows: "Name, the Director of ..."."""
    tokens = sentence.tokens
    i = first
    before = owner_before(sentence, i)
    if before is not None:
        i = before.first
    while i > 0 and (
        sentence.at("word:definite", i - 1)
        or sentence.at("word:indefinite", i - 1)
        or sentence.at("former", i - 1)
        or (sentence.at("link", i - 1) and tokens[i - 1].word in ("as",))
    ):
        i -= 1
    if i < 2 or tokens[i - 1].text not in {",", "(", "–", "—"}:
        return None
    end = i - 1
    if tokens[end - 1].text == ")":
        end = next((j for j in range(end - 1, max(0, end - 5), -1) if tokens[j].text == "("), end)
    begin = name_back(reading, sentence, end)
    spot = sentence.spot_at(end - 1)
    if spot is not None and spot.draft.kind == "Person":
        return spot.first, spot.last
    place = sentence.at("country", begin)
    if (place and place.last == end) or sentence.ends("word:in", begin - 1):
        return None  # ", in Addis Ababa, the minister": where, not who
    run = name_at(reading, sentence, begin)
    return run if run and run[1] == end and run[1] - run[0] >= 2 else None


def _country_after(sentence: Sentence, i: int) -> Draft | None:
    """The country that follows a name: "Minister Jane Doe of Kenya"."""
    spot = _country_at(sentence, i)
    return spot.draft if spot is not None else None


def _country_at(sentence: Sentence, i: int) -> Spot | None:
    spot = sentence.beginning(over_link(sentence, i)) if sentence.at("link", i) else None
    return spot if spot is not None and spot.draft.kind == "Country" else None


def _speakers(reading: Reading, sentence: Sentence) -> None:
    """Two or more capitals beside a word of speaking: "said Jane Doe"."""
    for hit in sentence.hits.get("verb:say", ()):
        run = name_at(reading, sentence, over_honorifics(sentence, hit.last))
        if run and run[1] - run[0] in (2, 3, 4) and _looks_so(reading, sentence, run):
            person(reading, sentence, run)
            continue
        if reading.pack.lexicon.names.capitals == "none":
            continue  # any word could be a name there
        begin = name_back(reading, sentence, hit.first)
        run = name_at(reading, sentence, begin) if 2 <= hit.first - begin <= 4 else None
        if run and _looks_so(reading, sentence, run):
            person(reading, sentence, run)


def _looks_so(reading: Reading, sentence: Sentence, run: Run) -> bool:
    """Whether words look like a name: by their capitals, else by a given name known to be one."""
    if sentence.spot_at(run[0]):
        return False
    cased = reading.pack.lexicon.names.capitals != "none"
    return cased or sentence.tokens[run[0]].word in names().given


def _inside_person(sentence: Sentence, i: int) -> bool:
    spot = sentence.spot_at(i)
    return spot is not None and spot.draft.kind != "Country" and spot.last - spot.first > 1
