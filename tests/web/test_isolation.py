"""Every address x method x role is decided, and nobody gets further than that.

The rows are in `decisions.py`. The list of addresses is read from the product itself:
an address without a decision fails here.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

import pytest
from django.core.cache import cache
from django.db import transaction
from django.http import HttpResponse
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from web.decisions import (
    ACCOUNT,
    ACCOUNT_BEGUN_BEFORE,
    ACCOUNT_ENTRANCE,
    ACCOUNT_OWN,
    ROWS,
    Row,
)
from web.decisions.row import PRESENT
from web.world import ROLES, WORDS, World, a_world, nothing

OTHER_METHODS = ("put", "patch", "delete")


def addresses(resolver: URLResolver, inside: str = "") -> Iterator[str]:
    for each in resolver.url_patterns:
        if isinstance(each, URLResolver):
            yield from addresses(each, f"{each.namespace}:" if each.namespace else "")
        elif isinstance(each, URLPattern):
            yield f"{inside}{each.name}"


@pytest.fixture(autouse=True)
def unhurried() -> None:
    """Attempts of earlier tests do not count."""
    cache.clear()


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker) -> Iterator[World]:
    """One world for all: what a test changes in it is undone at once."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield a_world()
        transaction.set_rollback(True)


class Read(NamedTuple):
    """What is asked of a page that was read."""

    status_code: int
    url: str
    text: str
    kept: str


@pytest.fixture(scope="module")
def read(world) -> Callable[[Row, str], Read]:
    """A role's page, drawn once for everything that is asked of it alone."""
    known: dict[tuple[str, str], Read] = {}

    def page(row: Row, role: str) -> Read:
        if (row.name, role) not in known:
            answer = answered(world, row, role, "get")
            known[row.name, role] = Read(
                answer.status_code,
                getattr(answer, "url", ""),
                answer.content.decode(errors="replace"),
                answer.headers.get("Cache-Control", ""),
            )
        return known[row.name, role]

    return page


def answered(
    world: World, row: Row, role: str, method: str, *, absent: bool = False
) -> HttpResponse:
    """What a role gets; whatever it changed, and was put there for it, is undone."""
    browser = world.browsers[role]
    # What an earlier act left to be said is not said here.
    browser.cookies.pop("messages", None)
    ask = getattr(browser, method)
    with transaction.atomic():
        path = row.path(world) if row.path else {}
        address = reverse(row.name, kwargs=nothing(path) if absent else path)
        answer = ask(address, row.form(world) if method == "post" else {})
        transaction.set_rollback(True)
    return answer


def with_each_door(row: Row) -> list[str]:
    """Who has not signed in, who is let in nowhere, and one for whom it opens.

    A method is turned away before anybody is told apart, or one of these shows it.
    """
    let_in = (row.get or frozenset()) | (row.post or frozenset())
    return ["anonymous", "outsider", *sorted(let_in - {"anonymous", "outsider"})[:1]]


def is_sent_to_sign_in(answer: HttpResponse | Read) -> bool:
    return answer.status_code == 302 and answer.url.startswith(reverse("account_login"))


def words_of(answer: HttpResponse) -> str:
    """The page without its token and its own path, which differ on every page."""
    return re.sub(r'(name="next" )?value="([\w-]{64}|/.*?)"', "", answer.text)


def test_every_address_is_decided_and_every_decision_has_an_address():
    known = set(addresses(get_resolver()))

    assert known == {row.name for row in ROWS} | ACCOUNT


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
@pytest.mark.parametrize("method", ["get", "post"])
def test_each_role_gets_what_was_decided_for_it(row, method, world, read):
    opens = getattr(row, method)
    for role in ROLES:
        is_read = method == "get"
        answer = read(row, role) if is_read else answered(world, row, role, method)
        got = (role, answer.status_code)

        if opens is None:
            assert got == (role, 405)
        elif role in opens:
            assert answer.status_code in (200, 302, 422), got
            assert not is_sent_to_sign_in(answer), got
        elif role in row.told and method == "post":
            assert got == (role, 409)
        elif role == "anonymous" and "anonymous" not in (row.get or row.post or ()):
            assert is_sent_to_sign_in(answer) or answer.status_code == 404, got
        else:
            assert got == (role, 404)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_no_address_knows_any_other_method(row, world):
    for role in with_each_door(row):
        for method in OTHER_METHODS:
            assert answered(world, row, role, method).status_code == 405


@pytest.mark.parametrize(
    "row", [row for row in ROWS if row.is_about_something], ids=lambda row: row.name
)
def test_what_is_foreign_looks_exactly_like_what_is_absent(row, world):
    method = "get" if row.get is not None else "post"
    for role in sorted(set(ROLES) - getattr(row, method) - row.told):
        foreign = answered(world, row, role, method)
        absent = answered(world, row, role, method, absent=True)

        assert foreign.status_code == absent.status_code
        assert words_of(foreign) == words_of(absent)


@pytest.mark.parametrize(
    "row", [row for row in ROWS if row.get is not None], ids=lambda row: row.name
)
def test_the_words_of_the_set_reach_nobody_else(row, read):
    for role in set(ROLES) - PRESENT:
        assert WORDS not in read(row, role).text


@pytest.mark.parametrize(
    "row", [row for row in ROWS if row.get is not None], ids=lambda row: row.name
)
def test_no_page_of_a_person_is_kept_by_the_browser(row, read):
    for role in ("member", "guest"):
        if row.name not in ("ui:stylesheet", "coaching:model"):
            assert "no-store" in read(row, role).kept


@pytest.mark.django_db
class TestAccounts:
    @pytest.mark.parametrize("name", sorted(ACCOUNT_OWN))
    def test_pages_about_an_account_ask_to_sign_in(self, name, client):
        assert is_sent_to_sign_in(client.get(reverse(name)))
        assert is_sent_to_sign_in(client.post(reverse(name)))

    @pytest.mark.parametrize("name", sorted(ACCOUNT_ENTRANCE))
    def test_the_entrance_is_open(self, name, client):
        assert client.get(reverse(name)).status_code == 200

    @pytest.mark.parametrize("name", sorted(ACCOUNT_BEGUN_BEFORE))
    def test_nothing_is_gone_on_with_that_was_not_begun(self, name, client):
        answer = client.get(reverse(name))

        assert answer.status_code in (200, 302, 404)
        assert "_auth_user_id" not in client.session
