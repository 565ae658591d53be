"""PARTY_TO: who is party to an agreement."""

from __future__ import annotations

from loaders.extract.claims.actors import COMMAS, actors, is_source
from loaders.extract.claims.clauses import (
    after,
    before,
    between,
    clause,
    date_near,
    denied,
    has_pair,
    modality,
    own_country,
    subjects,
)
from loaders.extract.claims.hosts import in_event, is_passive
from loaders.extract.claims.signing import (
    CONFIDENCE,
    TRIGGERS,
    by_pronoun,
    claim_signatories,
    date_of,
    distance,
    distinct,
    not_done,
    trigger_of,
)
from loaders.extract.reading import Draft, Found, Reading, Sentence, Spot, pair
from loaders.lexicon.phrases import Hit

INVITED = 5
"""Words within which "invited to" stands before the word of joining."""


NATION = 4
"""Words before a word of signing within which "the country" does it."""


JOINED = 8
"""Words after "between" within which the first party is named."""

ASKED = 8
"""Words after "urged" within which who is urged stands."""

RIGHT = 6
"""Words after a word of ratifying, or after "with", within which a party is named."""

DEEDS = ("verb:say", "verb:intend", "verb:request", "verb:cooperate", "verb:agree")
"""What begins another clause, whose bodies have nothing to do with a signature before it."""

NO = 3
"""Words before an agreement within which "no" says that there is none."""

SUBJECT = 4
"""Words before one of signing within which "the two countries" does it."""

ANY = 2
"""Words before an agreement within which "any" makes it none in particular."""


NO_PARTIES = ("Embassy", "Parliament", "Court")
"""Bodies that sign and ratify nothing for themselves."""

ELSE = ("verb:intend", "verb:request", "verb:ask", "verb:assist", "verb:receive", "verb:deny")

UNSURE = 8
"""Words before one of signing within which "whether" makes it a question."""

SEMICOLONS = frozenset(";؛")


def claim_parties(reading: Reading, speakers: dict[int, Draft]) -> None:
    """Parties and signatories, from the sentences that speak of signing, ratifying or of whom
    an agreement is between."""
    # Headlines last: they count only for agreements whose parties the text itself does not name.
    signed: set[Draft] = set()
    counted = 0
    sentences = reading.told("Agreement", *(category for category, _ in TRIGGERS))
    for sentence in sorted(sentences, key=lambda s: s.headline):
        agreements = sentence.of("Agreement") or by_pronoun(reading, sentence)
        if sentence.headline:
            agreements = [s for s in agreements if s.draft not in signed]
        several = len(distinct(agreements)) > 1
        for spot in distinct(agreements):
            if several and spot.how == "back":
                continue  # the sentence signs another one
            if sentence.has("word:any", spot.first - ANY, spot.last + 1):
                continue  # "no sign of any agreement": none is spoken of
            found = trigger_of(sentence, spot)
            joint = spot.draft.sub == "JointStatement" and spot.how == "name"
            if found is None and not _between(sentence, spot) and not joint:
                continue
            trigger, status = found or (None, "" if joint else "signed")
            _claim(reading, sentence, spot, trigger, status, speakers.get(sentence.index))
            fresh, counted = reading.claims[counted:], len(reading.claims)
            signed.update(c.object for c in fresh if c.predicate == "PARTY_TO" and c.object)


def _between(sentence: Sentence, spot: Spot) -> bool:
    """Whether the phrase of an agreement itself says whom it is between."""
    return bool(between(sentence, "word:between", spot.last, spot.last + 20))


def _claim(
    reading: Reading,
    sentence: Sentence,
    spot: Spot,
    trigger: Hit | None,
    status: str,
    speaker: Draft | None,
) -> None:
    if trigger and between(sentence, "word:whether", trigger.first - UNSURE, trigger.last + 2):
        return
    nobody = bool(between(sentence, "verb:deny", spot.first - NO, spot.first))
    meant = modality(sentence, trigger) if trigger else "denied" if nobody else "fact"
    first = min(spot.first, trigger.first if trigger else spot.first)
    last = max(spot.last, spot.reach, trigger.last if trigger else 0)
    parties = _parties(reading, sentence, spot, trigger)
    if trigger and between(sentence, "verb:invite", trigger.first - INVITED, trigger.last):
        meant, status = "fact", "invited"
    elif trigger and not_done(sentence, trigger, meant):
        return  # "to enable them to ratify it": nobody has
    elif meant in ("intended", "requested"):
        status = "proposed"
    elif meant == "agreed":
        meant = "fact"
    date = date_of(sentence, trigger) if trigger else date_near(sentence, spot.last)
    qualifiers: list[tuple[str, str]] = [("status", status)] if status else []
    if date and meant == "fact" and status in ("signed", "ratified"):
        qualifiers.append((status, date))
        if status == "signed" and parties:
            spot.draft.attributes.setdefault("signed", (date, *clause(sentence, first, last)))
    spots = [s for s in sentence.spots if s.draft in parties]
    start, end = clause(
        sentence,
        min([first, *(s.first for s in spots)]),
        max([last, *(s.last for s in spots)]),
    )
    for party in parties:
        reading.claims.append(
            Found(
                "PARTY_TO",
                party,
                spot.draft,
                start,
                end,
                "parties",
                CONFIDENCE,
                meant,
                tuple(qualifiers),
                speaker,
            )
        )
    _not_yet(reading, sentence, spot, trigger, parties, speaker)
    if trigger and status == "signed" and meant == "fact" and not denied(sentence, trigger):
        claim_signatories(reading, sentence, spot, trigger, date, speaker)


def _not_yet(
    reading: Reading,
    sentence: Sentence,
    spot: Spot,
    trigger: Hit | None,
    parties: list[Draft],
    speaker: Draft | None,
) -> None:
    """ "Signed it but has yet to ratify it": the second half is denied."""
    for hit in sentence.hits.get("verb:ratify", ()):
        later = trigger is not None and hit.first > trigger.last
        agreements = [*sentence.of("Agreement"), spot]
        nearest = min(agreements, key=lambda s: distance(hit, s))
        if later and denied(sentence, hit) and nearest.draft is spot.draft:
            spots = [s for s in actors(sentence) if s.first >= hit.last]
            own = [s.draft for s in subjects(sentence, spots, hit)] if sentence.verb_first else []
            for party in own or parties:
                reading.claims.append(
                    Found(
                        "PARTY_TO",
                        party,
                        spot.draft,
                        *clause(sentence, hit.first - 2, hit.last),
                        "parties.not_yet",
                        CONFIDENCE,
                        "denied",
                        (("status", "ratified"),),
                        speaker,
                    )
                )
            return


def _parties(reading: Reading, sentence: Sentence, spot: Spot, trigger: Hit | None) -> list[Draft]:
    """The bodies that the sentence puts under an agreement."""
    acting = [
        s
        for s in actors(sentence)
        if not _speaks(sentence, s)
        and s.draft.sub not in NO_PARTIES
        and not in_event(sentence, s)
        and not any(_names(sentence, agreement, s) for agreement in sentence.of("Agreement"))
        and not (trigger and _apart(sentence, trigger.first, s.first))
        and not (trigger and _says(sentence, s, trigger))
        and not _visited(sentence, s)
        and not _in_house(sentence, s)
        and not in_event(sentence, s)
        and not (trigger and _does_else(sentence, s, max(spot.last, trigger.last)))
    ]
    asked = between(sentence, "verb:request", 0, trigger.first) if trigger else []
    if asked and asked[-1].first > 0:
        # Who asks others to join is not thereby a party.
        acting = after(sentence, acting, asked[-1].last, ASKED) or acting
    if joined := between(sentence, "word:between", spot.last, spot.last + 20):
        acting = after(sentence, acting, joined[0].last, JOINED) or acting
        first = joined[0].last
        acting = [s for s in acting if not between(sentence, "verb:member", first, s.first)]
    elif trigger:
        about = _about(sentence, acting, spot, trigger)
        acting = about if about or trigger.category == "verb:ratify" else acting
    drafts = list(dict.fromkeys(s.draft for s in acting))
    parties = [d for d in drafts if not own_country(d, drafts) and d is not spot.draft]
    if not parties and sentence.at("word:pronoun", 0) and sentence.index:
        earlier = actors(reading.sentences[sentence.index - 1])
        parties = [earlier[0].draft] if earlier else []
    if not parties and trigger and reading.home:
        home = reading.country(reading.home)
        nations = between(sentence, "word:nation", trigger.first - NATION, trigger.first)
        parties = [home] if nations and home.spans else []
    joint = spot.draft.sub == "JointStatement"
    both = has_pair(sentence, trigger.first - SUBJECT, trigger.first) if trigger else None
    if both and len(parties) < len(sides := pair(reading, sentence)):
        return sides  # "the treaty that the two countries signed"
    sides = pair(reading, sentence) if joint or not parties else []
    if joint and len(parties) == 1 and parties[0] in sides:
        parties = sides
    counted = trigger is not None and trigger.category == "verb:signing"
    counted = counted and bool(between(sentence, "plurals", spot.first, spot.last))
    if not parties and (has_pair(sentence) or counted or joint):
        parties = sides
    return parties


def _about(sentence: Sentence, acting: list[Spot], spot: Spot, trigger: Hit) -> list[Spot]:
    """Who stands about a word of ratifying: the list before it, those right after it, and whom
    "with" or "by" adds to them."""
    own = after(sentence, acting, trigger.last, RIGHT)
    led = own and any(sentence.ends(c, own[0].first - 1) for c in ("word:of", "link", "word:by"))
    if led and (trigger.category != "verb:sign" or is_passive(sentence, trigger)):
        return own  # "the accession of Peru", "signed by Peru"
    earlier = before(sentence, acting, trigger.first)
    if own and earlier and own[0].first <= trigger.last + 1:
        marks = (t.text for t in sentence.tokens[earlier[-1].last : trigger.first])
        if any(m in COMMAS for m in marks):
            return own  # the verb stands first in a clause of its own
    first = min(trigger.first, spot.first)
    found = [
        *before(sentence, acting, trigger.first),
        *after(sentence, acting, trigger.last, RIGHT),
    ]
    last = max(trigger.last, spot.last)
    goes_on = [h.first for c in DEEDS for h in between(sentence, c, last, len(sentence.tokens))]
    end = min([len(sentence.tokens), *goes_on])
    for word in ("word:with", "word:by", "word:for"):
        for link in between(sentence, word, first, end):
            if not _of_event(sentence, link):
                found += [s for s in after(sentence, acting, link.last, RIGHT) if s.first < end]
    return sorted(dict.fromkeys(found), key=lambda s: s.first)


def _of_event(sentence: Sentence, link: Hit) -> bool:
    """Whether "with" says with whom talks were, not with whom something was signed."""
    events = sentence.of("Event")
    return any(0 <= link.first - max(e.last, e.reach) <= 1 for e in events if e.how != "context")


def _does_else(sentence: Sentence, actor: Spot, last: int) -> bool:
    """Whether a word of doing something else stands between what was signed, which ends before
    token `last`, and somebody named after: "ratified it and now seeks help from Peru"."""
    return any(between(sentence, verb, last, actor.first) for verb in ELSE)


def _names(sentence: Sentence, agreement: Spot, body: Spot) -> bool:
    """Whether a body only says which agreement it is: "the convention of the Union"."""
    inside = agreement.first <= body.first < max(agreement.last, agreement.reach)
    return inside and not any(
        between(sentence, word, agreement.first, body.first)
        for word in ("word:between", "word:with")
    )


def _visited(sentence: Sentence, spot: Spot) -> bool:
    """Whether a country is where a visit led: "during the president's visit to Peru"."""
    visits = [e for e in sentence.of("Event") if e.draft.sub == "Visit"]
    led = sentence.ends("word:to", spot.first - 1)
    return spot.draft.kind == "Country" and any(
        e.last <= spot.first and (led or spot.first <= max(e.last, e.reach) + 2) for e in visits
    )


def _in_house(sentence: Sentence, spot: Spot) -> bool:
    """Whether a body is where something was signed: "at the Ministry"."""
    i = spot.first - (sentence.at("word:definite", spot.first - 1) is not None)
    return spot.draft.kind != "Country" and sentence.ends("word:in", i - 1)


def _says(sentence: Sentence, actor: Spot, trigger: Hit) -> bool:
    """Whether a body only stands with who tells of signing: "the head of X said that Y signed"."""
    return any(
        between(sentence, "word:that", said.last, said.last + 2)
        for said in between(sentence, "verb:say", actor.last, trigger.first)
    )


def _apart(sentence: Sentence, one: int, other: int) -> bool:
    """Whether a semicolon stands between two tokens: then they are of different clauses."""
    first, last = sorted((one, other))
    return any(t.text in SEMICOLONS for t in sentence.tokens[first:last])


def _speaks(sentence: Sentence, spot: Spot) -> bool:
    """Whether a body only reports: "the ministry said", "according to the ministry", "Peru's
    minister: 70 states signed"."""
    following = sentence.tokens[spot.last : spot.last + 1]
    return (
        any(t.text == ":" for t in following)
        or sentence.at("verb:say", spot.last) is not None
        or sentence.at("verb:say", spot.reach) is not None
        or is_source(sentence, spot)
    )
