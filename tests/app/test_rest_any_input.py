"""Whatever is asked, the service does not break."""

from __future__ import annotations

from urllib.parse import quote

import httpx
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
ODD = st.one_of(
    TEXTS,
    st.sampled_from(
        ["", "\0", "'", "\\", "`", "{id: 1}", "$id", "a' OR 1=1 //", "../..", "country:KE", "KE"]
    ),
    st.integers().map(str),
    st.floats().map(str),
)
PATHS = st.sampled_from(
    [
        "/v1/entities/{}",
        "/v1/entities/{}/neighbours",
        "/v1/entities/{}/claims",
        "/v1/documents/{}",
        "/v1/claims/{}",
        "/v1/questions/{}",
        "/v1/questions/{}/answer",
        "/v1/questions/agreements_between/answer",
        "/v1/questions/posts/answer",
        "/v1/questions/who_said/answer",
        "/v1/questions/forum_participants/answer",
        "/v1/reports/countries/{}",
        "/v1/search",
        "/v1/paths",
        "/v1/centrality",
        "/v1/documents",
        "/v1/exports/graphml",
    ]
)
NAMES = st.sampled_from(
    [
        "q",
        "kind",
        "country",
        "limit",
        "after",
        "type",
        "types",
        "from",
        "to",
        "longest",
        "modalities",
        "through_hubs",
        "measure",
        "projection",
        "minimum_confidence",
        "since",
        "a",
        "b",
        "of",
        "text",
        "speaker",
        "forum",
        "number",
        "format",
        "evidence",
    ]
)

many = settings(
    max_examples=300,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@many
@given(path=PATHS, id=ODD, parameters=st.dictionaries(NAMES, ODD, max_size=5))
def test_no_request_is_an_error_of_the_server(
    client: httpx.Client, path: str, id: str, parameters: dict[str, str]
) -> None:
    answer = client.get(path.format(quote(id, safe="")), params=parameters)
    assert answer.status_code in {200, 307, 308, 404, 422, 504}, answer.text
    if answer.status_code >= 400:
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.json()["detail"]
