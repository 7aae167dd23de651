"""The file with which a browser reads turns by itself."""

import gzip
import json

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from askwell.coach.language import FOLDER

KB = 1024


@pytest.fixture
def address() -> str:
    return reverse("coaching:model")


def test_it_holds_all_that_the_coach_knows_of_the_language(address: str) -> None:
    answer = Client().get(address)

    kept = {
        file.stem: json.loads(file.read_text("utf-8"))
        for file in (FOLDER / "en").glob("*.json")
    }
    assert answer.json() == kept
    assert "words" in kept
    assert "model" in kept


def test_it_comes_packed_and_small(address: str) -> None:
    packed = Client(headers={"Accept-Encoding": "br, gzip"}).get(address)

    assert packed["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.content) == Client().get(address).content
    assert len(packed.content) < 300 * KB


@pytest.mark.django_db
def test_a_browser_never_asks_for_it_twice(address: str) -> None:
    browser = Client()
    browser.cookies[settings.SESSION_COOKIE_NAME] = "somebody"

    answer = browser.get(address)

    assert answer["Cache-Control"] == "public, max-age=31536000, immutable"
    assert "Accept-Encoding" in answer["Vary"]


def test_whoever_asks_again_is_told_that_nothing_changed(address: str) -> None:
    known = Client().get(address)["ETag"]

    again = Client(headers={"If-None-Match": known}).get(address)

    assert (again.status_code, again.content) == (304, b"")


def test_its_address_changes_with_its_content(address: str) -> None:
    answer = Client().get("/coach/en-000000000000.json")

    assert answer.status_code == 404
    assert Client().get(address).status_code == 200
