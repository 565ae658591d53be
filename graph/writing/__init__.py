"""The one place that writes to the graph: documents with their claims, and judgements.

Every change goes the same way, in one transaction: what goes is taken out, what comes is linked
and put in, entities that thereby join or part are moved, and only the facts and properties
that any of this touched are projected again.
"""

from graph.writing.documents import (
    Change,
    Reading,
    fingerprint,
    remove_documents,
    stored_fingerprints,
    write_documents,
)
from graph.writing.judgements import InvalidJudgement, judge, judge_all, withdraw

__all__ = [
    "Change",
    "InvalidJudgement",
    "Reading",
    "fingerprint",
    "judge",
    "judge_all",
    "remove_documents",
    "stored_fingerprints",
    "withdraw",
    "write_documents",
]
