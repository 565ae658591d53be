"""ASSISTS: what a trainer gave to those who were trained."""

from __future__ import annotations

from collections import defaultdict

from loaders.extract.reading import Draft, Found, Reading, code_of

TRAINER = 0.6


def claim_training(reading: Reading) -> None:
    """Who gave a training helped the countries and bodies that took part in it."""
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
