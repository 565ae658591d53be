"""How sure claims are said to be, and what becomes of those that are not."""

from graph.model import Document
from loaders.extract.confidence import ACCEPTED, confidence
from loaders.extract.rules import RulesExtractor


def test_what_is_named_often_and_said_by_a_good_rule_is_surer():
    often, once = confidence("posts.body", 100, 3), confidence("posts.body", 100, 1)
    weak = confidence("subjects.beside", 100, 1)
    assert often is not None and once is not None and weak is not None
    assert 1 > often > once > weak > 0


def test_nothing_is_known_of_a_rule_that_was_never_measured():
    assert confidence("no such rule", 100, 1) is None


def test_claims_that_are_not_sure_wait_for_a_person():
    text = (
        "Benin and Togo signed a memorandum of understanding in Lomé. At the meeting, officials "
        "spoke of cyber hygiene."
    )
    claims = RulesExtractor().extract(Document("test", text, language="en")).claims
    assert {c.predicate: c.status for c in claims if c.object} == {
        "PARTY_TO": "accepted",
        "CONCERNS": "pending",
    }
    assert all((c.status == "accepted") == (c.confidence >= ACCEPTED) for c in claims)
