"""Response teams, by the shape of their names."""

from __future__ import annotations

import re

from loaders.extract.reading import Draft, Reading, Sentence, Spot
from loaders.text.tokens import plain

TEAM = re.compile(r"CERT|CSIRT|CIRT")


def find_teams(reading: Reading, sentence: Sentence) -> None:
    """Response teams by the shape of their names: CERT.tg, TZ-CERT, nCSIRT.MZ."""
    tokens = sentence.tokens
    for i, token in enumerate(tokens):
        if not TEAM.search(token.text) or sentence.spot_at(i):
            continue
        first, last = i, i + 1
        while (
            first > 1
            and tokens[first - 1].text in "-/"
            and tokens[first - 1].start == tokens[first - 2].end
        ):
            first -= 2
        while (
            last + 1 < len(tokens)
            and tokens[last].text in {"-", ".", "/"}
            and tokens[last].start == tokens[last - 1].end
            and tokens[last + 1].start == tokens[last].end
        ):
            last += 2
        name = reading.text[tokens[first].start : tokens[last - 1].end]
        if name == TEAM.search(name).group():  # type: ignore[union-attr]
            continue
        ending = re.search(r"[.\-/]([A-Za-z]{2})$|^([A-Z]{2})[-/]", name)
        code = (ending.group(1) or ending.group(2)).upper() if ending else None
        known = code is not None and f"country:{code}" in reading.named
        draft = reading.draft(
            f"body:{plain(name)}", Draft("Agency", name, "Csirt", code if known else None)
        )
        reading.note(sentence, Spot(draft, first, last, reach=last))
