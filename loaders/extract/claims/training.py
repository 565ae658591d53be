"""ASSISTS: what a trainer gave to those who were trained."""

from __future__ import annotations

import bisect
from collections import defaultdict
from dataclasses import replace

from loaders.extract.claims.clauses import told_apart
from loaders.extract.reading import Draft, Found, Reading, Sentence, Spot, code_of

TRAINER, TAUGHT = 0.6, 0.6


def claim_training(reading: Reading) -> None:
    """Who gave a training helped the countries and bodies that took part in it; who is told to
    have been trained by whom beside a training took part in it, and so did the trainer."""
    _taught(reading)
    told = [
        c
        for c in reading.claims
        if c.modality == "fact" and c.object is not None and c.object.sub == "Training"
    ]
    hosts: dict[Draft | None, dict[Draft, None]] = defaultdict(dict)
    guests: dict[tuple[Draft | None, Draft], Found] = {}
    for claim in told:
        if claim.predicate == "HOSTED" and claim.subject.kind != "Country":
            hosts[claim.object][claim.subject] = None
        if claim.predicate == "PARTICIPATED_IN" and _may_be_trained(claim.subject):
            guests.setdefault((claim.object, claim.subject), claim)
    for (event, guest), claim in guests.items():
        for host in hosts[event]:
            if _gives(host, guest):
                reading.claims.append(
                    Found(
                        "ASSISTS",
                        host,
                        guest,
                        claim.start,
                        claim.end,
                        "events.training",
                        TRAINER,
                        qualifiers=(("mode", "training"),),
                        stated_by=claim.stated_by,
                    )
                )


def _may_be_trained(guest: Draft) -> bool:
    """States and their bodies are trained; organisations and embassies come to help."""
    return guest.kind in ("Country", "Agency") and guest.sub != "Embassy"


def _gives(host: Draft, guest: Draft) -> bool:
    """A body does not help itself nor its own country by a training."""
    return host is not guest and (code_of(host) is None or code_of(host) != code_of(guest))


def _is_verb(sentence: Sentence, event: Spot) -> bool:
    """Whether "training" is only a part of the verb: "were given training by"."""
    return any(h.first < event.first < h.last for h in sentence.hits.get("verb:train", ()))


def _taught(reading: Reading) -> None:
    """Those taught and those who taught them in a sentence on a training were at it."""
    starts = [s.start for s in reading.sentences]
    taught = [
        c
        for c in reading.claims
        if c.predicate == "ASSISTS"
        and c.modality == "fact"
        and ("mode", "training") in c.qualifiers
    ]
    for claim in taught:
        sentence = reading.sentences[max(0, bisect.bisect_right(starts, claim.start) - 1)]
        taking = [s for s in sentence.spots if s.draft is claim.object]
        events = [
            s.draft
            for s in sentence.of("Event")
            if s.draft.sub == "Training"
            and not _is_verb(sentence, s)
            and not any(told_apart(sentence, s, t) for t in taking)
        ]
        held = {c.subject for c in reading.claims if c.predicate == "HOSTED"}
        for who, role in ((claim.subject, "trainer"), (claim.object, "trainee")):
            if len(events) == 1 and who is not None and who not in held:
                reading.claims.append(
                    replace(
                        claim,
                        predicate="PARTICIPATED_IN",
                        subject=who,
                        object=events[0],
                        rule="events.taught",
                        confidence=TAUGHT,
                        qualifiers=(("role", role),),
                    )
                )
