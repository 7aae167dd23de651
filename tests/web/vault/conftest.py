"""A vault of each test's own, and a small table of sealed pages."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from askwell.web.vault import cipher, operations
from askwell.web.vault.keystore import Keystore
from web.vault.pages import Notebook, Page


@pytest.fixture
def folder(tmp_path: Path, settings: Any) -> Path:
    """An empty folder where the settings expect keystore and master key."""
    folder = tmp_path / "keys"
    settings.KEYSTORE = folder / "keystore.sqlite3"
    settings.MASTER_KEY = ""
    settings.MASTER_KEY_FILE = folder / "master.key"
    settings.KEYSTORE_BACKUP_DAYS = 30
    return folder


@pytest.fixture
def store(folder: Path) -> Keystore:
    store = cipher.keystore()
    store.found()
    return store


@pytest.fixture
def vault(folder: Path, db: None) -> Keystore:
    """Keystore, master key and a database that belongs to them."""
    operations.found()
    return cipher.keystore()


@pytest.fixture(scope="session")
def page_tables(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    with django_db_blocker.unblock():
        with connection.schema_editor() as editor:
            editor.create_model(Notebook)
            editor.create_model(Page)
        yield
        with connection.schema_editor() as editor:
            editor.delete_model(Page)
            editor.delete_model(Notebook)


@pytest.fixture
def notebook(page_tables: None, vault: Keystore) -> Notebook:
    return Notebook.objects.create()
