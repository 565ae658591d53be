"""Peers of extraction: spaCy's PhraseMatcher on blank pipelines, and a CRF that tags names."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from babel import Locale

from graph.model import Document
from loaders.extract.registry import extractor
from loaders.lexicon.schema import known_bodies
from loaders.text.sentences import sentences
from loaders.text.tokens import Token, tokens

Reader = Callable[[Sequence[Document]], object]

NO_PIPELINE = {"sw": "xx"}
"""Languages that spaCy has no rules for, and what is taken instead."""

ITERATIONS = 40


def phrase_matcher() -> Reader:
    """Words by spaCy's rules, and the names of countries and known bodies that stand among them."""
    import spacy
    from spacy.matcher import PhraseMatcher

    ready: dict[str, tuple[Any, Any]] = {}

    def made(language: str) -> tuple[Any, Any]:
        if language not in ready:
            pipeline = spacy.blank(NO_PIPELINE.get(language, language))
            matcher = PhraseMatcher(pipeline.vocab, attr="LOWER")
            matcher.add("NAME", list(pipeline.tokenizer.pipe(gazetteer(language))))
            ready[language] = pipeline, matcher
        return ready[language]

    def read(documents: Sequence[Document]) -> None:
        for document in documents:
            pipeline, matcher = made(document.language or "en")
            matcher(pipeline(document.text))

    return read


def gazetteer(language: str) -> list[str]:
    """Names of countries in a language, and names of known bodies."""
    countries = map(str, Locale(language).territories.values())
    return [*countries, *(name for body in known_bodies().values() for name in body.names)]


def crf_tagger(training: Sequence[Document]) -> Reader:
    """Names by a CRF that is trained on what the default extractor marks in `training`."""
    import pycrfsuite

    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params({"max_iterations": ITERATIONS})
    ours = extractor()
    for document in training:
        spans = [(m.start, m.end) for e in ours.extract(document).entities for m in e.mentions]
        for words in _sentences(document):
            trainer.append(_features(words), [_label(word, spans) for word in words])
    tagger = pycrfsuite.Tagger()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "names.crfsuite"
        trainer.train(str(path))
        tagger.open(str(path))

    def read(documents: Sequence[Document]) -> None:
        for document in documents:
            for words in _sentences(document):
                tagger.tag(_features(words))

    return read


def _sentences(document: Document) -> Iterator[list[Token]]:
    language = document.language or "en"
    for start, end in sentences(document.text, frozenset()):
        yield tokens(document.text, language, start, end)


def _label(word: Token, spans: Sequence[tuple[int, int]]) -> str:
    inside = [start for start, end in spans if start <= word.start < end]
    return "O" if not inside else "B" if word.start in inside else "I"


def _features(words: Sequence[Token]) -> list[list[str]]:
    """The word, its ends and shape, and the words beside it."""
    own = [
        [
            f"w={t.word}",
            f"p3={t.word[:3]}",
            f"s3={t.word[-3:]}",
            f"c={t.capital}",
            f"u={t.text.isupper()}",
            f"d={t.text[0].isdigit()}",
        ]
        for t in words
    ]
    beside = [["edge"], *([features[0], features[3]] for features in own), ["edge"]]
    return [
        [*features, *(f"-{f}" for f in beside[i]), *(f"+{f}" for f in beside[i + 2])]
        for i, features in enumerate(own)
    ]
