"""The pages of the design system, and what every page says to the browser."""

import gzip
import re
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from django.conf import settings
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import get_template
from django.test import Client, RequestFactory
from lxml import html

from askwell.web.ui import stylesheet
from askwell.web.ui.components import COMPONENTS
from askwell.web.ui.middleware import page_security

STATIC = Path(stylesheet.__file__).parent / "static" / "ui"
KB = 1024


@pytest.fixture(scope="module")
def catalogue() -> Any:
    return html.fromstring(Client().get("/ui/").content)


def test_the_catalogue_shows_every_component_in_every_state(catalogue: Any) -> None:
    shown = {
        (figure.get("data-component"), figure.get("data-state"))
        for figure in catalogue.xpath("//figure[@data-component]")
    }

    assert shown == {
        (component.name, example.state)
        for component in COMPONENTS
        for example in component.examples
    }


def test_the_catalogue_documents_every_attribute(catalogue: Any) -> None:
    for component in COMPONENTS:
        stand = catalogue.get_element_by_id(component.name)
        assert stand.xpath("./details//th/code/text()") == [
            each.name for each in component.attributes
        ]


def test_no_id_stands_twice_on_the_catalogue(catalogue: Any) -> None:
    ids = catalogue.xpath("//@id")

    assert sorted(ids) == sorted(set(ids))


def test_the_page_carries_no_inline_script_or_style(catalogue: Any) -> None:
    assert catalogue.xpath("//*[@style] | //style | //script[not(@src)]") == []


def test_every_drawing_used_is_in_the_sprite(catalogue: Any) -> None:
    drawn = set(re.findall(r'<symbol id="(\w+)"', (STATIC / "icons.svg").read_text()))

    used = {path.partition("#")[2] for path in catalogue.xpath("//use/@href")}

    assert used <= drawn


def test_the_stylesheet_is_one_file_kept_for_ever(catalogue: Any) -> None:
    path = catalogue.xpath("string(//link[@rel='stylesheet']/@href)")

    answer = Client().get(path)

    assert answer["Content-Type"] == "text/css; charset=utf-8"
    assert answer["Cache-Control"] == "public, max-age=31536000, immutable"
    assert answer.content.decode().startswith("@layer reset, tokens, base, components")


def test_the_stylesheet_travels_compressed() -> None:
    answer = Client(headers={"Accept-Encoding": "gzip"}).get(stylesheet.path())

    assert gzip.decompress(answer.content).decode() == stylesheet.text()
    assert len(answer.content) < 16 * KB


def test_a_stylesheet_of_an_older_version_is_answered_but_not_kept() -> None:
    answer = Client().get("/ui/askwell-000000000000.css")

    assert answer.status_code == 200
    assert "Cache-Control" not in answer.headers


def test_the_choice_of_theme_is_kept_in_a_cookie_and_shown_by_the_server() -> None:
    client = Client()

    answer = client.post("/ui/theme/", {"theme": "dark", "next": "/ui/"})

    assert (answer.status_code, answer["Location"]) == (302, "/ui/")
    page = html.fromstring(client.get("/ui/").content)
    assert page.get("data-theme") == "dark"


def test_following_the_system_again_forgets_the_choice() -> None:
    client = Client()
    client.post("/ui/theme/", {"theme": "dark"})

    client.post("/ui/theme/", {"theme": ""})

    page = html.fromstring(client.get("/ui/").content)
    assert page.get("data-theme") is None


def test_the_choice_of_theme_leads_nowhere_else() -> None:
    answer = Client().post(
        "/ui/theme/", {"theme": "dark", "next": "https://evil.test/"}
    )

    assert answer["Location"] == "/"


def test_every_page_forbids_inline_script_and_strange_html() -> None:
    policy = Client().get("/ui/")["Content-Security-Policy"].split("; ")

    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "style-src 'self'" in policy
    assert "require-trusted-types-for 'script'" in policy
    assert "trusted-types askwell" in policy


def answered(request: HttpRequest, **headers: str) -> HttpResponse:
    answer = page_security(lambda _: HttpResponse(headers=headers))(request)
    assert isinstance(answer, HttpResponse)
    return answer


def test_a_page_for_somebody_with_a_session_is_not_stored() -> None:
    request = RequestFactory().get("/")
    request.COOKIES[settings.SESSION_COOKIE_NAME] = "somebody"

    assert answered(request)["Cache-Control"] == "no-store"


def test_a_page_for_nobody_in_particular_may_be_stored() -> None:
    assert "Cache-Control" not in answered(RequestFactory().get("/")).headers


def test_a_view_that_says_more_about_storing_is_left_its_word() -> None:
    request = RequestFactory().get("/")
    request.COOKIES[settings.SESSION_COOKIE_NAME] = "somebody"

    answer = answered(request, **{"Cache-Control": "private, max-age=60"})

    assert answer["Cache-Control"] == "private, max-age=60"


@pytest.mark.parametrize("code", ["400", "403", "404", "500", "503"])
def test_a_page_about_a_fault_needs_nothing_from_the_request(code: str) -> None:
    page = html.fromstring(get_template(f"{code}.html").render())

    assert len(page.xpath("//main//*[@class='empty-heading']")) == 1
    assert page.xpath("//link[@rel='stylesheet']/@href") == [stylesheet.path()]


def test_a_form_without_our_sign_is_refused_kindly() -> None:
    answer = Client(enforce_csrf_checks=True).post("/accounts/logout/")

    assert answer.status_code == 403
    assert "This form has gone stale" in answer.content.decode()


def test_the_elements_are_small() -> None:
    sizes = {
        file.name: len(gzip.compress(file.read_bytes()))
        for file in STATIC.rglob("*.js")
    }

    assert max(sizes.values()) < 3 * KB
    assert sum(sizes.values()) < 8 * KB


def test_the_fonts_are_small_and_come_with_their_licences() -> None:
    fonts = STATIC / "fonts"

    assert sum(each.stat().st_size for each in fonts.glob("*.woff2")) < 150 * KB
    for family in ("literata", "figtree"):
        assert "Open Font License" in (fonts / f"LICENCE-{family}.txt").read_text()


def test_elements_bring_in_html_by_the_one_door_alone() -> None:
    doors = {
        file.name
        for file in STATIC.rglob("*.js")
        if re.search(
            r"innerHTML|insertAdjacentHTML|outerHTML|\beval\(", file.read_text()
        )
    }

    assert doors == {"fragments.js"}


@pytest.mark.parametrize(
    ("fault", "status"), [(OperationalError(), 503), (RuntimeError(), 500)]
)
def test_a_database_that_does_not_answer_asks_for_patience(
    fault: Exception, status: int
) -> None:
    client = Client(raise_request_exception=False)

    with patch("askwell.web.ui.views.shelves", side_effect=fault):
        response = client.get("/ui/")

    assert response.status_code == status
    assert response.headers.get("Retry-After") == ("5" if status == 503 else None)
    assert html.fromstring(response.content).xpath("//h1")
