"""Databases that are set up once; whoever needs one begins with a copy of it."""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from functools import cache
from pathlib import Path

import psycopg

import postgres

NAMED = "ASKWELL_TEST_MOULDS"
POSTGRES = "askwell_mould"
SQLITE = "askwell.sqlite3"


def sqlite() -> Path:
    """The file of a database in which every table is made and none holds a row."""
    return _folder() / SQLITE


def sqlite_in(data: Path) -> Path:
    """A data folder with such a database; keys and secrets are not made yet."""
    shutil.copyfile(sqlite(), data / SQLITE)
    return data


def memory(name: str) -> sqlite3.Connection:
    """Such a database in memory, which lives as long as anybody is connected to it."""
    connected = sqlite3.connect(name, uri=True, check_same_thread=False)
    with closing(sqlite3.connect(sqlite())) as mould:
        mould.backup(connected)
    return connected


@cache
def on_postgres() -> str:
    """The name of such a database on the tests' PostgreSQL."""
    with psycopg.connect(f"{postgres.server()}/postgres", autocommit=True) as connected:
        known = connected.execute(
            "SELECT 1 FROM pg_database WHERE datname = %s", [POSTGRES]
        ).fetchone()
        if not known:
            connected.execute(f"CREATE DATABASE {POSTGRES}")
            _make_tables(_folder(), ASKWELL_DATABASE=f"{postgres.server()}/{POSTGRES}")
    return POSTGRES


def new_postgres() -> str:
    """The address of a database of its own on it."""
    return postgres.new_database(like=on_postgres())


def for_tests_on_postgres() -> dict[str, str]:
    """The environment of a run of tests that has its database there."""
    own = {"ASKWELL_DATABASE": new_postgres(), "ASKWELL_TEST_TEMPLATE": on_postgres()}
    return {**os.environ, **own}


@cache
def _folder() -> Path:
    """Made by this process, unless one is named that another has made."""
    if given := os.environ.get(NAMED):
        return Path(given)
    folder = Path(tempfile.mkdtemp(prefix="askwell-moulds-"))
    _make_tables(folder)
    return folder


def _make_tables(folder: Path, **settings: str) -> None:
    outside = {k: v for k, v in os.environ.items() if not k.startswith("ASKWELL_")}
    own = {
        "ASKWELL_DATA": str(folder),
        "DJANGO_SETTINGS_MODULE": "askwell.web.settings",
    }
    subprocess.run(
        [sys.executable, "-m", "django", "migrate", "--verbosity", "0"],
        env={**outside, **own, **settings},
        check=True,
        stdout=subprocess.DEVNULL,
    )
