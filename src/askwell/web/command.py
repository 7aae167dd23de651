"""The `askwell` command: set up, serve, compose, load the demonstration, back up."""

import argparse
import os
import secrets
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from askwell import __version__
from askwell.web.coaching import command as coaching
from askwell.web.composing import command as composing
from askwell.web.passports import command as badges
from askwell.web.places import data_folder
from askwell.web.transcripts import command as transcripts
from askwell.web.vault import command as keys


class CannotStart(Exception):
    """What the person at the terminal must put right; printed, exit code 2."""


def main(argv: list[str] | None = None) -> int:
    """Run one subcommand; 0 when well, 2 when something must be put right.

    A subcommand may say 1 itself: done, and yet not as wished.
    """
    options = _parser().parse_args(argv)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "askwell.web.settings")
    try:
        return options.run(options) or 0
    except CannotStart as problem:
        print(f"askwell: {problem}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="askwell",
        description="Action learning: sets that meet, ask, act and learn.",
        epilog=f"Data is kept in {data_folder()} (set ASKWELL_DATA to change it).",
    )
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def add(
        name: str, run: Callable[..., int | None], text: str
    ) -> argparse.ArgumentParser:
        command = commands.add_parser(name, help=text, description=text)
        command.set_defaults(run=run)
        return command

    add("setup", lambda _: set_up(), "Make the data folder, keys and tables.")
    serving = add("serve", serve, "Set up what is missing and serve Askwell.")
    serving.add_argument("--host", default="127.0.0.1")
    serving.add_argument("--port", type=_port, default=8000)
    serving.add_argument(
        "--demo", action="store_true", help="with demonstration data and cast"
    )
    loading = add("demo", load_demonstration, "Load the demonstration data and stop.")
    for each in (serving, loading):
        each.add_argument(
            "--no-year",
            dest="year",
            action="store_false",
            help="leave out the year of a large programme, which takes some seconds",
        )
    add("worker", work, "Deliver notices and keep dates, apart from the server.")
    backing_up = add("backup", back_up, "Copy the SQLite database while it is in use.")
    backing_up.add_argument("to", type=Path, help="the file to write; must not exist")
    keys.describe(add("keys", keep_keys, "Check, back up, rotate or destroy keys."))
    coaching.describe(add("coach", coach, "Read turns: asking, telling, and why."))
    composing.describe(
        add("compose", compose, "Divide people into sets, from files into files.")
    )
    transcripts.describe(
        add("review", review, "Say how a meeting went, from its transcript.")
    )
    badges.describe(add("badge", badge, "Check a badge; look after the keys of them."))
    return parser


def _port(text: str) -> int:
    if text.isdigit() and 0 < int(text) < 2**16:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text} is not a port; give a number, e.g. 8000")


@contextmanager
def _progress(doing: str) -> Iterator[Callable[[str], None]]:
    """Say what is being done, and how long it took when over a second."""
    began = time.monotonic()
    print(f"{doing} ...", flush=True)
    yield lambda step: print(f"  {step}", flush=True)
    took = time.monotonic() - began
    if took > 1:
        print(f"  done in {took:.1f} s", flush=True)


def set_up() -> None:
    """Make the data folder, the signing key, the tables and the keys; keep what is."""
    folder = data_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as problem:
        raise CannotStart(
            f"cannot make the data folder {folder}: {problem.strerror}. "
            "Set ASKWELL_DATA to a folder that can be written."
        ) from problem
    _keep_secret(folder / "secret.key")
    _start_django()
    _migrate()
    _find_keys()


def _keep_secret(kept: Path) -> None:
    if kept.exists() or os.environ.get("ASKWELL_SECRET_KEY"):
        return
    handle = os.open(kept, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w") as file:
        file.write(secrets.token_urlsafe(48))


def _start_django() -> None:
    import django
    from django.core.exceptions import ImproperlyConfigured

    try:
        django.setup()
    except ImproperlyConfigured as problem:
        raise CannotStart(str(problem)) from problem


def _migrate() -> None:
    from django.core.management import call_command
    from django.db import DEFAULT_DB_ALIAS, OperationalError, connections
    from django.db.migrations.executor import MigrationExecutor

    try:
        executor = MigrationExecutor(connections[DEFAULT_DB_ALIAS])
    except OperationalError as problem:
        raise CannotStart(
            f"cannot reach the database: {problem}. Check ASKWELL_DATABASE."
        ) from problem
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        with _progress("Preparing the database"):
            call_command("migrate", verbosity=0, interactive=False)


def _find_keys() -> None:
    from askwell.web.vault import operations as vault

    try:
        vault.found()
    except vault.VaultLocked as problem:
        raise CannotStart(str(problem)) from problem


def serve(options: argparse.Namespace) -> None:
    """Set up, load the demonstration when asked, and serve until stopped."""
    if options.demo:
        os.environ["ASKWELL_DEMO"] = "1"
    os.environ.setdefault("ASKWELL_URL", f"http://{options.host}:{options.port}")
    _check_free(options.host, options.port)
    set_up()
    if options.demo:
        _load_demonstration(year=options.year)
    _start_worker()
    _listen(options.host, options.port)


def _check_free(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except OSError as problem:
            raise CannotStart(
                f"cannot listen on {host}, port {port}: {problem.strerror}. "
                f"Choose another with --port, e.g. --port {port % 65_000 + 1}."
            ) from problem


def _listen(host: str, port: int) -> None:
    import uvicorn

    print(f"Askwell is on http://{host}:{port}  (stop it with Ctrl+C)", flush=True)
    uvicorn.run(
        "askwell.web.asgi:application",
        host=host,
        port=port,
        http="httptools",
        ws="none",
        lifespan="on",
        access_log=False,
        log_level="warning",
        timeout_graceful_shutdown=3,
    )


def load_demonstration(options: argparse.Namespace) -> None:
    """Set up and load the demonstration data; what is there already is kept."""
    os.environ["ASKWELL_DEMO"] = "1"
    set_up()
    _load_demonstration(year=options.year)


def _load_demonstration(*, year: bool) -> None:
    from django.utils import timezone

    from askwell.web.demo import operations as demo
    from askwell.web.demo.year import operations as years

    with _progress("Looking after the demonstration data") as say:
        demo.load(at=timezone.now(), progress=say)
        if year:
            years.load(at=timezone.now(), progress=say)


def keep_keys(options: argparse.Namespace) -> None:
    """Do to the keys what was asked; says what to put right when it cannot be done."""
    _start_django()
    from askwell.web.vault.errors import VaultLocked

    try:
        options.act(options)
    except VaultLocked as problem:
        raise CannotStart(str(problem)) from problem


def coach(options: argparse.Namespace) -> None:
    """Read turns from standard input; needs neither data folder nor tables."""
    try:
        coaching.run(options)
    except coaching.NotAllRead as problem:
        raise CannotStart(str(problem)) from None


def review(options: argparse.Namespace) -> None:
    """Review transcripts; only drawing pages needs more than the files themselves."""
    if options.out:
        _start_django()
    try:
        transcripts.review(options)
    except transcripts.NotAllReviewed as problem:
        raise CannotStart(str(problem)) from problem


def badge(options: argparse.Namespace) -> int:
    """Check a badge, which needs neither data folder nor tables; or look after keys."""
    if options.needs_server:
        _start_django()
    try:
        return options.act(options) or 0
    except badges.NotCheckable as problem:
        raise CannotStart(str(problem)) from None


def compose(options: argparse.Namespace) -> int:
    """Compose what is in files; needs neither data folder nor tables."""
    from askwell.web.composing.command import running

    try:
        return running.run(options)
    except composing.CannotCompose as problem:
        raise CannotStart(str(problem)) from None


def work(_: argparse.Namespace) -> None:
    """Do what is due, again and again, until stopped."""
    set_up()
    from askwell.web import worker

    print("Looking after notices and dates  (stop it with Ctrl+C)", flush=True)
    worker.run_for_ever(threading.Event())


def _start_worker() -> None:
    from askwell.web import worker

    threading.Thread(
        target=worker.run_for_ever,
        args=(threading.Event(),),
        name="worker",
        daemon=True,
    ).start()


def back_up(options: argparse.Namespace) -> None:
    """Copy the SQLite database by its online backup, safe while it is in use."""
    import sqlite3

    from django.conf import settings

    database = settings.DATABASES["default"]
    if "sqlite3" not in database["ENGINE"]:
        raise CannotStart("this backs up SQLite. For PostgreSQL use pg_dump.")
    if options.to.exists():
        raise CannotStart(f"{options.to} exists already. Name a new file.")
    if not Path(database["NAME"]).exists():
        raise CannotStart(f"there is no database yet at {database['NAME']}.")
    with _progress(f"Copying the database to {options.to}"):
        source, target = sqlite3.connect(database["NAME"]), sqlite3.connect(options.to)
        with source, target:
            source.backup(target)
        source.close()
        target.close()
    print("The keys are not in it, on purpose: keep a copy of the keystore apart.")
