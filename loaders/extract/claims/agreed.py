"""What an agreement says of those behind it: that its two parties agreed to cooperate, and who is
party where the text only tells which people signed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from loaders.extract.claims.clauses import between, clause, clause_end
from loaders.extract.reading import Draft, Found, Reading, Sentence, Spot, code_of

COOPERATION, SIGNED_FOR = 0.7, 0.6

WORKING = ("verb:cooperation", "verb:cooperate")

PARTIES = 2
"""Parties of an agreement from which its signatories are no further ones."""

SOON = 3
"""Words after "will" within which "cooperate" says what the parties will do."""


def claim_agreed(reading: Reading, speakers: dict[int, Draft]) -> None:
    """COOPERATES_WITH and PARTY_TO, from the claims on agreements found so far."""
    parties: dict[Draft, list[Found]] = defaultdict(list)
    signatures: dict[Draft, list[Found]] = defaultdict(list)
    for claim in reading.claims:
        if claim.object is not None and claim.modality == "fact":
            if claim.predicate == "PARTY_TO":
                parties[claim.object].append(claim)
            elif claim.predicate == "SIGNED":
                signatures[claim.object].append(claim)
    for agreement, signed in signatures.items():
        if len({c.subject for c in parties[agreement]}) < PARTIES:
            bound_by = {code_of(c.subject) for c in parties[agreement]}
            found = [c for c in _signed_for(reading, signed) if code_of(c.subject) not in bound_by]
            reading.claims += found
            parties[agreement] += found
    together = {
        frozenset((c.subject, c.object)) for c in reading.claims if c.predicate == "COOPERATES_WITH"
    }
    for agreement, bound in parties.items():
        sides = list(dict.fromkeys(c.subject for c in bound))
        if len(sides) == 2 and frozenset(sides) not in together:
            words = next(_of_cooperation(reading, agreement), None)
            if words is not None:
                reading.claims.append(
                    Found(
                        "COOPERATES_WITH",
                        sides[0],
                        sides[1],
                        words[0],
                        words[1],
                        "agreed.cooperation",
                        COOPERATION,
                        "agreed",
                        stated_by=_whose(bound),
                    )
                )


def _whose(bound: list[Found]) -> Draft | None:
    """Who says that the parties are bound, where the text itself does not."""
    return next((c.stated_by for c in bound if c.stated_by), None)


def _signed_for(reading: Reading, signed: list[Found]) -> Iterator[Found]:
    """The bodies whose heads put their names under an agreement."""
    posts = {c.subject: c.object for c in reading.claims if c.predicate == "HOLDS_POST"}
    for claim in signed:
        body = posts.get(claim.subject)
        if body is not None:
            dates = (("signed", str(value)) for key, value in claim.qualifiers if key == "date")
            yield Found(
                "PARTY_TO",
                body,
                claim.object,
                claim.start,
                claim.end,
                "agreed.signed_for",
                SIGNED_FOR,
                qualifiers=(("status", "signed"), *dates),
                stated_by=claim.stated_by,
            )


def _of_cooperation(reading: Reading, agreement: Draft) -> Iterator[tuple[int, int]]:
    """Offsets of the words that make an agreement one of cooperation: its own name, or what its
    sentence says that the parties will do under it."""
    for sentence in reading.told("Agreement"):
        for spot in sentence.of("Agreement"):
            if spot.draft is not agreement:
                continue
            reach = max(spot.reach, spot.last)
            if any(between(sentence, c, spot.first, reach) for c in WORKING):
                yield clause(sentence, spot.first, reach)
            elif (last := _will(sentence, spot)) is not None:
                yield clause(sentence, spot.first, last)
            elif goes_on := _on_cooperation(sentence, reach):
                yield clause(sentence, spot.first, goes_on)


def _on_cooperation(sentence: Sentence, first: int) -> int | None:
    """Where a word of working together ends that follows an agreement in its clause: "a
    memorandum that allows both to exchange information"."""
    limit = clause_end(sentence, first)
    said = between(sentence, "verb:say", first, limit)
    words = between(sentence, "verb:cooperation", first, said[0].first if said else limit)
    return words[0].last if words else None


def _will(sentence: Sentence, spot: Spot) -> int | None:
    """Where "under which they will cooperate" ends, if it follows an agreement."""
    for hit in sentence.hits.get("verb:intend", ()):
        words = between(sentence, "verb:cooperate", hit.first, hit.last + SOON)
        words += between(sentence, "verb:cooperation", hit.last, hit.last + 1)
        if hit.first >= spot.last and words:
            return words[0].last
    return None
