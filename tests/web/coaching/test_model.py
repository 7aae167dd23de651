"""The file with which a browser reads turns by itself."""

import gzip
import json
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

import askwell.web.coaching
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


def test_the_scripts_of_the_room_are_small() -> None:
    """All there are, whether a page loads them at once or with the first key."""
    apps = Path(askwell.web.coaching.__file__).parents[1]
    scripts = [
        file
        for app in ("ui", "meetings", "coaching")
        for file in (apps / app / "static").rglob("*.js")
    ]

    packed = sum(len(gzip.compress(file.read_bytes())) for file in scripts)

    assert len(scripts) > 20
    assert packed < 40 * KB


def test_the_scripts_of_the_coach_write_words_and_never_html() -> None:
    scripts = Path(askwell.web.coaching.__file__).parent / "static"

    markup = re.compile(
        r"innerHTML|insertAdjacentHTML|outerHTML|\beval\(|document\.write"
    )
    assert [
        each.name for each in scripts.rglob("*.js") if markup.search(each.read_text())
    ] == []
