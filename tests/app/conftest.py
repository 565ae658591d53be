"""A small graph in a file, and the real service over it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
import uvicorn
from pydantic import SecretStr

from app.cli.serve import listen
from app.main import create_app
from app.settings import Settings
from graph.model import Claim, Document, Entity, Extraction, Mention
from graph.store import open_store
from graph.versions import prepare
from graph.writing import Reading, write_documents

SIGNING = "Kenya and Morocco signed a memorandum on prosecution on 21 February 2023."
WISH = "Amina Wekesa said that the Cyber Office wants to work with other countries."
AGAIN = "The memorandum on prosecution binds Kenya."

NEWS = Document(
    "https://news.example/1",
    f"🌍 Prosecutors sign\n\n{SIGNING} {WISH}",
    title="Prosecutors sign",
    url="https://news.example/1",
    publisher="News",
    language="en",
    published="2023-02-22",
)
PAPER = Document(
    "https://paper.example/2",
    AGAIN,
    title="A year later",
    url="https://paper.example/2",
    language="en",
    published="2024-03",
)
MEMORANDUM = "agreement:ke-ma-prosecution"


def entity(document: Document, kind: str, name: str, form: str, id_: str, *keys: str) -> Entity:
    start = document.text.index(form)
    return Entity(id_, kind, name, (Mention(form, start, start + len(form)),), keys=keys)


def claim(document: Document, predicate: str, subject: Entity, quote: str, **more: Any) -> Claim:
    start = document.text.index(quote)
    return Claim(
        document.id,
        predicate,
        subject.id,
        quote,
        start,
        start + len(quote),
        extractor="test 1",
        **more,
    )


def news() -> Reading:
    """Two states sign; an official of one says what her office wants."""
    d = NEWS
    kenya = entity(d, "Country", "Kenya", "Kenya", "country:KE", "country:KE")
    morocco = entity(d, "Country", "Morocco", "Morocco", "country:MA", "country:MA")
    memo = entity(
        d, "Agreement", "memorandum on prosecution", "memorandum", "agreement:memo.1", MEMORANDUM
    )
    office = entity(
        d, "Agency", "Cyber Office", "Cyber Office", "agency:office.1", "agency:KE:cyber-office"
    )
    amina = entity(d, "Person", "Amina Wekesa", "Amina Wekesa", "person:amina.1")
    signed = {"status": "signed", "signed": "2023-02-21"}
    claims = (
        claim(d, "name", kenya, "Kenya", value="Kenya"),
        claim(d, "name", morocco, "Morocco", value="Morocco"),
        claim(d, "name", memo, "memorandum on prosecution", value="Memorandum on prosecution"),
        claim(d, "name", office, "Cyber Office", value="Cyber Office"),
        claim(d, "country", office, "Cyber Office", value="country:KE"),
        claim(d, "name", amina, "Amina Wekesa", value="Amina Wekesa"),
        claim(d, "PARTY_TO", kenya, SIGNING, object=memo.id, qualifiers=signed),
        claim(d, "PARTY_TO", morocco, SIGNING, object=memo.id, qualifiers=signed),
        claim(
            d,
            "SEEKS_COOPERATION_WITH",
            office,
            WISH,
            object_phrase="other countries",
            modality="intended",
            stated_by=amina.id,
        ),
    )
    return Reading(d, Extraction((kenya, morocco, memo, office, amina), claims), "test 1")


def paper() -> Reading:
    """A second source for one of the facts."""
    d = PAPER
    kenya = entity(d, "Country", "Kenya", "Kenya", "country:KE", "country:KE")
    memo = entity(
        d, "Agreement", "memorandum on prosecution", "memorandum", "agreement:memo.2", MEMORANDUM
    )
    claims = (claim(d, "PARTY_TO", kenya, AGAIN, object=memo.id),)
    return Reading(d, Extraction((kenya, memo), claims), "test 1")


def crowd() -> Reading:
    """A document that names ten thousand people: enough for a question to take its time."""
    names = [f"Name{number}" for number in range(10_000)]
    d = Document("crowd", " ".join(names))
    people, claims = [], []
    start = 0
    for name in names:
        end = start + len(name)
        person = Entity(f"person:{name}", "Person", name, (Mention(name, start, end),))
        people.append(person)
        claims.append(Claim(d.id, "name", person.id, name, start, end, value=name))
        start = end + 1
    return Reading(d, Extraction(tuple(people), tuple(claims)), "test 1")


def write(url: str, *readings: Reading) -> None:
    """Write documents into a store, as another process would."""
    store = open_store(url, writable=True)
    try:
        prepare(store)
        write_documents(store, readings)
        store.flush()
    finally:
        store.close()


Serve = Callable[..., AbstractContextManager[httpx.Client]]


@contextmanager
def serving(url: str, **more: Any) -> Iterator[httpx.Client]:
    """A client of the real service over the store at `url`."""
    application = create_app(Settings(store=SecretStr(url), _env_file=None, **more))
    listener = listen("127.0.0.1", 0)
    server = uvicorn.Server(uvicorn.Config(application, log_level="critical"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    address = f"http://127.0.0.1:{listener.getsockname()[1]}"
    try:
        while not server.started and thread.is_alive():
            time.sleep(0.01)
        with httpx.Client(base_url=address, timeout=30) as client:
            yield client
    finally:
        server.should_exit = True
        thread.join(10)
        listener.close()


@pytest.fixture(scope="session")
def store_url(tmp_path_factory: pytest.TempPathFactory) -> str:
    """An embedded store with the two documents."""
    url = f"embedded:{tmp_path_factory.mktemp('app') / 'graph.kgl'}"
    write(url, news(), paper())
    return url


@pytest.fixture(scope="session")
def client(store_url: str) -> Iterator[httpx.Client]:
    """A client of the service over that store."""
    with serving(store_url) as opened:
        yield opened


@pytest.fixture
def empty_url(tmp_path: Path) -> str:
    """A store that is not there yet."""
    return f"embedded:{tmp_path / 'later.kgl'}"


@pytest.fixture
def load() -> Callable[..., None]:
    """A function that writes documents (`news`, `paper`, `crowd`) into the store at a URL."""
    known = {"news": news, "paper": paper, "crowd": crowd}

    def load_named(url: str, *names: str) -> None:
        write(url, *(known[name]() for name in names))

    return load_named


@pytest.fixture(scope="session")
def serve() -> Serve:
    """`serving`, for tests that need a service of their own."""
    return serving
