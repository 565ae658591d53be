"""What can be set: the one place that reads the environment and `.env`."""

from __future__ import annotations

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Settings of the command line and of the REST service.

    Each is read from `CYBERCOOP_<NAME>` in the environment, else from a file `.env` in the
    working directory. Raises `pydantic.ValidationError` for a value that does not fit.
    """

    model_config = SettingsConfigDict(
        env_prefix="CYBERCOOP_", env_file=".env", extra="ignore", frozen=True
    )

    store: SecretStr = Field(
        SecretStr("embedded:.cybercoop/graph.kgl"),
        description="where the graph is: embedded:PATH, or neo4j://USER:PASSWORD@HOST:PORT",
    )
    host: str = Field("127.0.0.1", description="address that the server listens on")
    port: int = Field(8000, ge=0, le=65535, description="port that the server listens on")
    page_size: int = Field(50, ge=1, description="items on a page where none are asked for")
    max_page_size: int = Field(200, ge=1, description="most items on a page")
    max_rows: int = Field(1000, ge=1, description="most rows of an answer")
    cypher: bool = Field(False, description="whether the server takes queries in Cypher")
    cypher_queries: int = Field(2, ge=1, le=64, description="most of them at work at once")
    cypher_bytes: int = Field(5_000_000, ge=1, description="most bytes of an answer to one")
    cypher_megabytes: int = Field(
        1024, ge=64, description="most memory that one may take in this service, in MB"
    )
    judge_token: SecretStr | None = Field(
        None, min_length=16, description="what who judges by REST must give; without it nobody may"
    )
    query_seconds: float = Field(10.0, gt=0, description="longest time for an answer, in seconds")
