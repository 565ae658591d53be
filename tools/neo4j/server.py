"""Start and stop a Neo4j Community server that Maven has assembled.

Its jars are copied once into `.cache/neo4j` of the project. The server listens on 127.0.0.1
only, reads neither files nor addresses for `LOAD CSV`, and loads no plug-in's procedures. A
transaction has an end in time and in memory.
"""

from __future__ import annotations

import hashlib
import re
import secrets
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import neo4j
from neo4j.exceptions import AuthError, DriverError, Neo4jError

POM = Path(__file__).with_name("pom.xml")
CACHE = Path(__file__).parents[2] / ".cache" / "neo4j"
USER = "neo4j"
FIRST_PASSWORD = "neo4j"
OLDEST_JAVA = 17
MAVEN_SECONDS = 600
START_SECONDS = 90
STOP_SECONDS = 30

JAVA_OPTIONS = (
    "-Xmx1g",
    "-XX:+UseSerialGC",
    "--add-opens=java.base/java.nio=ALL-UNNAMED",
    "--add-opens=java.base/java.io=ALL-UNNAMED",
    "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
    "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
)

CONFIGURATION = """\
server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:{bolt}
server.bolt.advertised_address=127.0.0.1:{bolt}
server.http.listen_address=127.0.0.1:{http}
server.http.advertised_address=127.0.0.1:{http}
server.https.enabled=false
server.memory.pagecache.size=128m
db.tx_log.preallocate=false
internal.dbms.bolt.netty_server_shutdown_quiet_period=0
dbms.security.auth_enabled=true
dbms.security.allow_csv_import_from_file_urls=false
internal.dbms.cypher_ip_blocklist=0.0.0.0/0,::/0
dbms.usage_report.enabled=false
client.allow_telemetry=false
db.transaction.timeout=10m
db.memory.transaction.max=400m
dbms.memory.transaction.total.max=700m
dbms.security.procedures.allowlist=none
browser.post_connect_cmd={greeting}
"""


class ServerError(Exception):
    """The server cannot be assembled or started; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Server:
    """A running server."""

    bolt: str
    """Its address for drivers, as `neo4j://127.0.0.1:7687`."""
    browser: str
    """The page of Neo4j Browser."""
    user: str
    password: str
    pid: int | None = None
    """Its process, where it was started here."""

    @property
    def url(self) -> str:
        """The address with user and password, as CYBERCOOP_STORE takes it."""
        return self.bolt.replace("://", f"://{self.user}:{quote(self.password, safe='')}@")


@contextmanager
def running(home: Path, *, bolt: int = 0, http: int = 0, greeting: str = "") -> Iterator[Server]:
    """A server whose data lie in `home`, until the block is left.

    `bolt` and `http` are the ports wished for; another free one is taken where a port is 0 or
    in use. `greeting` are the commands that Neo4j Browser runs after a login, without their colons
    and with semicolons between them. The password is drawn at the first start and kept in
    `home/password`. Raises `ServerError` where Java or Maven is missing or the server does not
    come up.
    """
    java, lib = _java(), assembled()
    bolt, http = free_port(bolt), free_port(http)
    _prepare(home, CONFIGURATION.format(bolt=bolt, http=http, greeting=greeting))
    address = f"127.0.0.1:{bolt}"
    with (home / "logs" / "console.log").open("wb") as console:
        process = subprocess.Popen(
            [java, "-cp", f"{lib}/*", *JAVA_OPTIONS, "org.neo4j.server.CommunityEntryPoint",
             f"--home-dir={home}", f"--config-dir={home / 'conf'}"],
            stdin=subprocess.DEVNULL,
            stdout=console,
            stderr=subprocess.STDOUT,
            start_new_session=True,  # Ctrl-C is for us: we stop the server in order
        )  # fmt: skip
    try:
        password = _log_in(process, home, f"bolt://{address}")
        browser = f"http://127.0.0.1:{http}/browser/"
        yield Server(f"neo4j://{address}", browser, USER, password, process.pid)
    finally:
        _stop(process)


def assembled() -> Path:
    """The folder with the server's jars, filled by Maven where it is not there yet."""
    lib = CACHE / hashlib.sha256(POM.read_bytes()).hexdigest()[:12]
    if lib.is_dir():
        return lib
    maven = shutil.which("mvn")
    if maven is None:
        raise ServerError("Maven is missing; install it (Debian: apt-get install maven)")
    part = lib.with_name(f"{lib.name}.{secrets.token_hex(4)}.part")
    command = [maven, "-B", "-q", "-f", str(POM), "dependency:copy-dependencies",
               f"-DoutputDirectory={part}"]  # fmt: skip
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=MAVEN_SECONDS)
        if done.returncode:
            raise ServerError(f"Maven could not fetch Neo4j:\n{_last_lines(done.stdout, 15)}")
        if not lib.is_dir():  # another process may have been quicker
            part.rename(lib)
    except subprocess.TimeoutExpired as error:
        raise ServerError(f"Maven took longer than {MAVEN_SECONDS} s; try again") from error
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return lib


def connect(address: str, user: str, password: str) -> neo4j.Driver:
    """A driver that tries once and gives up after some seconds."""
    return neo4j.GraphDatabase.driver(
        address, auth=(user, password), connection_timeout=5.0, max_transaction_retry_time=0.0
    )


def _java() -> str:
    """The path of a Java that is young enough."""
    java = shutil.which("java")
    need = f"Neo4j needs Java {OLDEST_JAVA} or later (Debian: apt-get install default-jre-headless)"
    if java is None:
        raise ServerError(f"Java is missing; {need}")
    said = subprocess.run([java, "-version"], capture_output=True, text=True).stderr
    version = re.search(r'version "(\d+)', said)
    if version is None or int(version[1]) < OLDEST_JAVA:
        raise ServerError(f"{java} is too old ({said.partition(chr(10))[0]}); {need}")
    return java


def free_port(wished: int) -> int:
    """`wished` where nobody listens there, else a port that is free now."""
    for port in (wished, 0):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return int(probe.getsockname()[1])
    raise ServerError("no port is free on 127.0.0.1")


def _prepare(home: Path, configuration: str) -> None:
    """Make the folders of a server's home, its configuration and its password."""
    try:
        for folder in ("conf", "data", "import", "licenses", "logs", "plugins", "run"):
            (home / folder).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ServerError(f"{home} cannot be Neo4j's folder: {error}") from error
    (home / "conf" / "neo4j.conf").write_text(configuration, encoding="utf-8")
    kept = home / "password"
    if not kept.exists():
        kept.touch(mode=0o600)
        kept.write_text(secrets.token_urlsafe(12), encoding="utf-8")


def _log_in(process: subprocess.Popen[bytes], home: Path, address: str) -> str:
    """Wait until the server answers, see to its password and give it."""
    password = (home / "password").read_text(encoding="utf-8").strip()
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise ServerError(f"Neo4j ended at once, see {home / 'logs'}:\n{_complaint(home)}")
        try:
            _set_password(address, password)
            return password
        except AuthError as error:
            raise ServerError(
                f"Neo4j in {home} has another password than {home / 'password'} says; "
                f"delete {home} to begin anew"
            ) from error
        except (DriverError, Neo4jError, OSError):
            time.sleep(0.3)
    raise ServerError(f"Neo4j does not answer after {START_SECONDS} s; see {home / 'logs'}")


def _set_password(address: str, password: str) -> None:
    """Log in with `password`, or with the first one and set it."""
    try:
        with connect(address, USER, password) as driver:
            driver.execute_query("RETURN 1", database_="neo4j")
    except AuthError:
        with connect(address, USER, FIRST_PASSWORD) as driver:
            driver.execute_query(
                "ALTER CURRENT USER SET PASSWORD FROM $old TO $new",
                {"old": FIRST_PASSWORD, "new": password},
                database_="system",
            )


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _complaint(home: Path) -> str:
    """What the logs say last, without the frames of stack traces."""
    logs = [home / "logs" / name for name in ("neo4j.log", "console.log")]
    text = "\n".join(log.read_text(errors="replace") for log in logs if log.exists())
    return _last_lines(re.sub(r"(?m)^\s+(at |\.\.\. ).*\n?", "", text), 8)


def _last_lines(text: str, count: int) -> str:
    return "\n".join(text.strip().splitlines()[-count:])
